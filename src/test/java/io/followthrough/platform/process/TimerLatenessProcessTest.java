package io.followthrough.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class TimerLatenessProcessTest {

    private static final Duration IDLE = Duration.ofSeconds(6);
    private static final Duration BOUND = Duration.ofSeconds(3);

    /** With the engine's own settings an idle node may sleep for a minute, whatever becomes due meanwhile. */
    @Test
    void aTimerOfAnIdleEngineFiresWithinSecondsAndNeverEarly() throws Exception {
        CompletableFuture<Instant> fired = new CompletableFuture<>();
        ClockUtil.reset();
        ProcessEngine engine = startEngine(execution -> fired.complete(Instant.now()));
        try {
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(
                            "alarm.bpmn",
                            Bpmn.createExecutableProcess("alarm")
                                    .camundaHistoryTimeToLive(1)
                                    .startEvent()
                                    .intermediateCatchEvent()
                                    .timerWithDate("${due}")
                                    .serviceTask()
                                    .camundaDelegateExpression("${ring}")
                                    .endEvent()
                                    .done())
                    .deploy();
            Instant due = Instant.now().plus(IDLE);

            engine.getRuntimeService().startProcessInstanceByKey("alarm", Variables.putValue("due", Date.from(due)));

            assertThat(fired.get(IDLE.plus(BOUND).toMillis(), TimeUnit.MILLISECONDS))
                    .isBetween(due, due.plus(BOUND));
        } finally {
            engine.close();
        }
    }

    private static ProcessEngine startEngine(JavaDelegate ring) throws IOException {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("lateness");
        configuration.setJdbcUrl(TestDatabase.url("lateness"));
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUsername(TestDatabase.USER);
        configuration.setJdbcPassword("");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setBeans(Map.of("ring", ring));
        configuration.setJobExecutor(shippedJobExecutor());
        configuration.setJobExecutorActivate(true);
        return configuration.buildProcessEngine();
    }

    /** As the application configures its own. */
    private static DefaultJobExecutor shippedJobExecutor() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        Binder settings = Binder.get(environment);
        DefaultJobExecutor executor = new DefaultJobExecutor();
        String prefix = "camunda.bpm.job-execution.";
        executor.setCorePoolSize(
                settings.bind(prefix + "core-pool-size", Integer.class).get());
        executor.setMaxPoolSize(
                settings.bind(prefix + "max-pool-size", Integer.class).get());
        executor.setQueueSize(
                settings.bind(prefix + "queue-capacity", Integer.class).get());
        executor.setWaitTimeInMillis(
                settings.bind(prefix + "wait-time-in-millis", Integer.class).get());
        executor.setMaxWait(settings.bind(prefix + "max-wait", Long.class).get());
        return executor;
    }
}
