package io.followthrough.platform.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Takes away from models what would let them run code of their own, method calls in expressions and scripts, and
 * stores passwords well.
 */
@Component
class EngineGuard extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;

    EngineGuard(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordEncryptor(new BcryptPasswords());
        configuration.setExpressionManager(new GuardedExpressions(beans));
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPreBPMNParseListeners());
        listeners.add(new NoScripts());
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    private static final class NoScripts extends AbstractBpmnParseListener {

        @Override
        public void parseScriptTask(Element scriptTask, ScopeImpl scope, ActivityImpl activity) {
            throw new ProcessEngineException("Script tasks are not allowed here: " + activity.getId());
        }
    }
}
