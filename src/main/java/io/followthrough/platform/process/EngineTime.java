package io.followthrough.platform.process;

import io.followthrough.platform.TimeMachine;
import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.joda.time.DateTimeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the engine read the application's clock, so that the two can never disagree. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngineTime extends AbstractProcessEnginePlugin {

    private final Clock clock;

    /** Takes the time machine too, so that the clock stands where it was left before the engine first looks at it. */
    EngineTime(Clock clock, TimeMachine timeMachine) {
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // The engine's ClockUtil asks joda-time for the time, and this is where joda-time gets it from.
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
    }
}
