package io.followthrough.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The engine really has the settings that {@code application.yaml} gives it. */
class EngineSettingsIT extends IntegrationTest {

    private final ProcessEngineConfigurationImpl settings;
    private final PlatformTransactionManager transactions;

    @Autowired
    EngineSettingsIT(ProcessEngine engine, PlatformTransactionManager transactions) {
        this.settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.transactions = transactions;
    }

    @Test
    void defaultsThatAreUnsafeAreChanged() {
        assertThat(settings.isAuthorizationEnabled()).isTrue();
        assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isEnableXxeProcessing()).isFalse();
        assertThat(settings.getDefaultUserPermissionForTask().getName()).isEqualTo("TASK_WORK");
        assertThat(settings.getPasswordManager().encrypt("x")).startsWith("{BCRYPT}");
    }

    @Test
    void historyIsKeptForALimitedTimeAndThenCleanedUp() {
        assertThat(settings.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_FULL);
        assertThat(settings.getHistoryTimeToLive()).isNotBlank();
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isNotBlank();
        assertThat(settings.getHistoryCleanupBatchWindowEndTime()).isNotBlank();
    }

    @Test
    void theEngineSharesOurTransactionsAndReadsUtc() {
        assertThat(transactions.getClass().getSimpleName()).isEqualTo("JpaTransactionManager");
        assertThat(jdbc.queryForObject("show transaction_isolation", String.class))
                .isEqualTo("read committed");
        assertThat(TimeZone.getDefault().getRawOffset()).isZero();
    }
}
