package io.followthrough;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The process engine without the application, on PostgreSQL: for tests of one model with delegates of their own. */
public final class BareEngine implements AutoCloseable {

    private static ProcessEngine shared;

    private final ProcessEngine engine;
    private final List<String> deployments = new ArrayList<>();

    private BareEngine(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Without any model; closing takes away what is deployed later, with all its instances. */
    public static BareEngine empty() {
        BareEngine bare = new BareEngine(engine());
        AbstractAssertions.init(bare.engine);
        return bare;
    }

    /** With a model of {@code bpmn/}; closing takes it away with all its instances. */
    public static BareEngine with(String model) {
        BareEngine bare = empty();
        bare.deploy(model);
        return bare;
    }

    /** With a model as it was shipped once; {@link #deploy(String)} then brings today's. */
    public static BareEngine withShipped(int version, String model) {
        BareEngine bare = empty();
        bare.deploy(model, read("bpmn-shipped/" + version + "/" + model));
        return bare;
    }

    /** Deploys the model of {@code bpmn/}, as a newer version when there is one of its name. */
    public void deploy(String model) {
        deploy(model, read("bpmn/" + model));
    }

    /** Deploys this model under the name of a file. */
    public void deploy(String file, BpmnModelInstance model) {
        deployments.add(engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(file, model)
                .deploy()
                .getId());
    }

    private static BpmnModelInstance read(String resource) {
        return Bpmn.readModelFromStream(BareEngine.class.getClassLoader().getResourceAsStream(resource));
    }

    static synchronized ProcessEngine engine() {
        if (shared == null) {
            StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
            configuration.setProcessEngineName("bare");
            configuration.setJdbcUrl(TestDatabase.url("bare"));
            configuration.setJdbcDriver("org.postgresql.Driver");
            configuration.setJdbcUsername(TestDatabase.USER);
            configuration.setJdbcPassword("");
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setJobExecutorActivate(false);
            configuration.setExpressionManager(new MockExpressionManager());
            ModelCoverage.watch(configuration);
            shared = configuration.buildProcessEngine();
            ModelCoverage.ignoreUntilAsked(shared);
        }
        return shared;
    }

    public ProcessEngine processEngine() {
        return engine;
    }

    public ProcessInstance start(String process, String businessKey, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey(process, businessKey, variables);
    }

    /** Runs everything that is due now, and what becomes due by that. */
    public void runDueJobs() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return engine.getManagementService().createJobQuery().executable().list();
    }

    /** Lets it be this instant. */
    public void at(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    @Override
    public void close() {
        deployments.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true, true, true));
        Mocks.reset();
        ClockUtil.reset();
    }
}
