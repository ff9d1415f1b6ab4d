package io.followthrough.escalation.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Overhears which rows of a decision table matched: what the engine answers tells their outputs but not their ids. */
final class MatchedRows implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<List<DmnEvaluatedDecisionRule>> rows = new ThreadLocal<>();

    /** An engine for decisions that is listened to. */
    DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this);
        return configuration.buildEngine();
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
