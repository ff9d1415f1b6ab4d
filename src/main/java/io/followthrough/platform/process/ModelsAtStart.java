package io.followthrough.platform.process;

import io.followthrough.platform.RunningModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/** After a start, running instances move to the models that came with this version; nobody waits for it. */
@Component
class ModelsAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(ModelsAtStart.class);

    private final RunningModels models;
    private final TaskExecutor applicationTaskExecutor;

    ModelsAtStart(RunningModels models, TaskExecutor applicationTaskExecutor) {
        this.models = models;
        this.applicationTaskExecutor = applicationTaskExecutor;
    }

    @EventListener(ApplicationReadyEvent.class)
    void move() {
        applicationTaskExecutor.execute(() -> {
            try {
                models.moveToNewest();
            } catch (RuntimeException e) {
                LOG.error("Cannot move running instances to the newest models; they go on by their older ones", e);
            }
        });
    }
}
