package io.followthrough.postmortem.process;

import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.process.EngineUser;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.FormFields;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Variables;
import io.followthrough.postmortem.Postmortems;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Start event of {@code postmortem-lifecycle.bpmn}. A start from our pages names the postmortem already; a start form in
 * the Tasklist sends the text, which is stored here, once.
 */
@Component
class DraftHandedInListener implements ExecutionListener {

    private final Postmortems postmortems;
    private final EngineUser engineUser;

    DraftHandedInListener(@Lazy Postmortems postmortems, EngineUser engineUser) {
        this.postmortems = postmortems;
        this.engineUser = engineUser;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String author = engineUser.current().orElse(null);
        if (author == null) {
            return;
        }
        Object source = execution.getVariable(FormFields.SOURCE);
        if (!(source instanceof String text) || text.isBlank()) {
            throw new InvalidInputException("The postmortem is empty: paste its text into the form.");
        }
        Postmortem postmortem = postmortems.record(text, author);
        execution.setProcessBusinessKey(postmortem.key().toString());
        execution.setVariable(Variables.AUTHOR, author);
    }
}
