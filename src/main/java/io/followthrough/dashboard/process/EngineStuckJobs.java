package io.followthrough.dashboard.process;

import io.followthrough.dashboard.StuckJobs;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The engine calls them incidents, a word that means something else here. */
@Component
class EngineStuckJobs implements StuckJobs {

    private final RuntimeService runtime;

    EngineStuckJobs(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public long count() {
        return runtime.createIncidentQuery().count();
    }
}
