package io.followthrough.escalation.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Overhears which rows of a decision table matched: what the engine answers tells their outputs but not their ids. */
@Component
class MatchedRows extends AbstractProcessEnginePlugin implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<List<DmnEvaluatedDecisionRule>> rows = new ThreadLocal<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        DefaultDmnEngineConfiguration decisions = configuration.getDmnEngineConfiguration();
        if (decisions == null) {
            decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
            configuration.setDmnEngineConfiguration(decisions);
        }
        decisions.getCustomPostDecisionTableEvaluationListeners().add(this);
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        List<DmnEvaluatedDecisionRule> heard = rows.get();
        if (heard != null) {
            heard.addAll(event.getMatchingRules());
        }
    }

    /** The rows that match while the evaluation runs, in the order of the table. */
    List<DmnEvaluatedDecisionRule> during(Runnable evaluation) {
        List<DmnEvaluatedDecisionRule> heard = new ArrayList<>();
        rows.set(heard);
        try {
            evaluation.run();
        } finally {
            rows.remove();
        }
        return heard;
    }
}
