package io.followthrough;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;

/** Watches which flow nodes and sequence flows of a model the tests of a class pass. */
public final class ModelCoverage {

    private static final double EVERYTHING = 1.0;

    private ModelCoverage() {}

    /**
     * An extension for a static field of a test class on {@link BareEngine}: the class fails unless its tests, taken
     * together, pass each flow node and each sequence flow of the models they start. The report with the coloured
     * diagram is {@code target/process-test-coverage/<class>/report.html}.
     */
    public static ProcessEngineCoverageExtension ofEverything() {
        return ProcessEngineCoverageExtension.builder(new SharedEngine())
                .assertClassCoverageAtLeast(EVERYTHING)
                .build();
    }

    static void watch(ProcessEngineConfigurationImpl configuration) {
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
    }

    /** The listeners want somebody to tell from the first instance on, also in classes that count nothing. */
    static void ignoreUntilAsked(ProcessEngine engine) {
        new ProcessEngineAdapter(engine, event -> {}).initializeListeners();
    }

    /** The extension takes only a configuration that builds an engine; this one hands out the engine of all classes. */
    private static final class SharedEngine extends StandaloneProcessEngineConfiguration {

        @Override
        public ProcessEngine buildProcessEngine() {
            return BareEngine.engine();
        }
    }
}
