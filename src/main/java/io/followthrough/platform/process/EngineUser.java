package io.followthrough.platform.process;

import io.followthrough.platform.ForbiddenException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** On whose behalf the engine acts. */
@Component
public class EngineUser {

    private final IdentityService identities;

    EngineUser(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * Lets the engine act with the rights of a person.
     *
     * @throws ForbiddenException when the engine says that the person may not do that
     */
    public void run(String person, Runnable action) {
        Authentication before = identities.getCurrentAuthentication();
        List<String> groups = identities.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(person, groups);
        try {
            action.run();
        } catch (AuthorizationException e) {
            throw new ForbiddenException("You may not do that: it is not your task.");
        } catch (ProcessEngineException e) {
            throw ours(e);
        } finally {
            restore(before);
        }
    }

    /** The person on whose behalf the engine acts now; empty for the application itself. */
    public Optional<String> current() {
        return Optional.ofNullable(identities.getCurrentAuthentication()).map(Authentication::getUserId);
    }

    private void restore(Authentication before) {
        if (before == null) {
            identities.clearAuthentication();
        } else {
            identities.setAuthentication(before);
        }
    }

    /** A refusal by one of our listeners comes wrapped by the engine; people are to read the refusal. */
    private static RuntimeException ours(ProcessEngineException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RuntimeException refusal
                    && cause.getClass().getPackageName().startsWith("io.followthrough")) {
                return refusal;
            }
        }
        return e;
    }
}
