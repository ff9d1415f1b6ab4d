package io.followthrough;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Does by hand what the job executor, which is off in tests, does by itself. */
public final class TestEngine {

    private static final int ROUNDS = 100;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final TaskService tasks;

    public TestEngine(ManagementService management, RuntimeService runtime, TaskService tasks) {
        this.management = management;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Runs every due job, and what becomes due by that, of all processes; the first failure flies. */
    public void runDueJobs() {
        run(management.createJobQuery());
    }

    /** Runs the due jobs of the instance with this business key only; the first failure flies. */
    public void runDueJobs(String businessKey) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()) {
            run(management.createJobQuery().processInstanceId(instance.getId()));
        }
    }

    /** Runs every job that is due now once and returns what went wrong. */
    public List<RuntimeException> tryDueJobs() {
        List<RuntimeException> failures = new ArrayList<>();
        Set<String> jobs = new LinkedHashSet<>();
        management.createJobQuery().executable().list().forEach(job -> jobs.add(job.getId()));
        for (String job : jobs) {
            try {
                management.executeJob(job);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        return failures;
    }

    /** Ids of the activities where the instance with this business key waits. */
    public List<String> waitsAt(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream())
                .distinct()
                .toList();
    }

    /** Completes the one open task of this kind in the instance with this business key. */
    public void complete(String businessKey, String task, java.util.Map<String, Object> variables) {
        tasks.complete(
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(businessKey)
                        .taskDefinitionKey(task)
                        .singleResult()
                        .getId(),
                variables);
    }

    private void run(JobQuery query) {
        for (int round = 0; round < ROUNDS; round++) {
            List<Job> due = query.executable().list();
            if (due.isEmpty()) {
                return;
            }
            for (Job job : due) {
                // An earlier job of this round may have ended the instance of a later one.
                if (management.createJobQuery().jobId(job.getId()).count() > 0) {
                    management.executeJob(job.getId());
                }
            }
        }
        throw new AssertionError("Jobs are still due after " + ROUNDS + " rounds");
    }
}
