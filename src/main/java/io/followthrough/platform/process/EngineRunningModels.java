package io.followthrough.platform.process;

import io.followthrough.platform.RunningModels;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Moves instances by the engine's migration plans, some at a time, and one by one where some cannot. */
@Component
class EngineRunningModels implements RunningModels {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRunningModels.class);

    /** Small enough that its transaction never outlives a lock of the job executor. */
    private static final int BATCH = 50;

    private final ProcessEngine engine;
    private final Clock clock;
    private final MigrationPlans plans;
    private volatile @Nullable Moved last;

    EngineRunningModels(ProcessEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
        this.plans = new MigrationPlans(engine);
    }

    @Override
    public Optional<Moved> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public synchronized Moved moveToNewest() {
        List<Left> left = new ArrayList<>();
        int moved = 0;
        for (ProcessDefinition newest : engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()) {
            for (ProcessDefinition older : olderThan(newest)) {
                moved += move(older, newest, left);
            }
        }
        Moved outcome = new Moved(clock.instant(), moved, left);
        last = outcome;
        return outcome;
    }

    private List<ProcessDefinition> olderThan(ProcessDefinition newest) {
        return engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(newest.getKey())
                .orderByProcessDefinitionVersion()
                .asc()
                .list()
                .stream()
                .filter(older -> older.getVersion() < newest.getVersion())
                .toList();
    }

    private int move(ProcessDefinition older, ProcessDefinition newest, List<Left> left) {
        List<ProcessInstance> instances = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(older.getId())
                .list();
        if (instances.isEmpty()) {
            return 0;
        }
        int before = left.size();
        try {
            MigrationPlan plan = plans.between(older.getId(), newest.getId());
            for (int from = 0; from < instances.size(); from += BATCH) {
                left.addAll(move(older, plan, instances.subList(from, Math.min(from + BATCH, instances.size()))));
            }
        } catch (ProcessEngineException e) {
            instances.forEach(instance -> left.add(left(instance, older, e)));
        }
        int moved = instances.size() - (left.size() - before);
        LOG.info(
                "Moved running instances to the newest model process={} from={} to={} moved={} left={}",
                newest.getKey(),
                older.getVersion(),
                newest.getVersion(),
                moved,
                left.size() - before);
        return moved;
    }

    private List<Left> move(ProcessDefinition older, MigrationPlan plan, List<ProcessInstance> batch) {
        try {
            execute(plan, batch);
            return List.of();
        } catch (ProcessEngineException e) {
            // One that cannot be moved, or that works right now, keeps back only itself.
            List<Left> left = new ArrayList<>();
            batch.forEach(instance -> moveAlone(older, plan, instance).ifPresent(left::add));
            return left;
        }
    }

    private Optional<Left> moveAlone(ProcessDefinition older, MigrationPlan plan, ProcessInstance instance) {
        try {
            execute(plan, List.of(instance));
            return Optional.empty();
        } catch (ProcessEngineException e) {
            boolean stillThere = engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceId(instance.getId())
                            .processDefinitionId(older.getId())
                            .count()
                    > 0;
            return stillThere ? Optional.of(left(instance, older, e)) : Optional.empty();
        }
    }

    private void execute(MigrationPlan plan, List<ProcessInstance> instances) {
        engine.getRuntimeService()
                .newMigration(plan)
                .processInstanceIds(
                        instances.stream().map(ProcessInstance::getId).toList())
                .execute();
    }

    private static Left left(ProcessInstance instance, ProcessDefinition older, ProcessEngineException e) {
        String reason = e instanceof MigratingProcessInstanceValidationException refused
                ? reason(refused.getValidationReport())
                : String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        LOG.warn(
                "An instance goes on by an older model key={} process={} version={} reason={}",
                instance.getBusinessKey(),
                older.getKey(),
                older.getVersion(),
                reason);
        return new Left(String.valueOf(instance.getBusinessKey()), older.getKey(), older.getVersion(), reason);
    }

    private static String reason(MigratingProcessInstanceValidationReport report) {
        List<String> reasons = new ArrayList<>(report.getFailures());
        report.getActivityInstanceReports()
                .forEach(each -> reasons.add(each.getSourceScopeId() + ": " + String.join(" ", each.getFailures())));
        report.getTransitionInstanceReports()
                .forEach(each -> reasons.add(each.getSourceScopeId() + ": " + String.join(" ", each.getFailures())));
        return String.join("; ", reasons);
    }
}
