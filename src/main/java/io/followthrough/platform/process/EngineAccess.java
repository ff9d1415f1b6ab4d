package io.followthrough.platform.process;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import io.followthrough.platform.Role;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/**
 * Groups, rights and first people, created when they are missing. Candidates get the rights on
 * their tasks from the engine, so none are given here.
 */
@Component
class EngineAccess extends AbstractProcessEnginePlugin {

    private static final String LIFECYCLE = "postmortem-lifecycle";

    private final FirstPeople people;

    EngineAccess(FirstPeople people) {
        this.people = people;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        createGroups(engine.getIdentityService());
        createRights(engine.getAuthorizationService());
        people.create(engine);
        TasklistFilters.createShared(engine);
    }

    private static void createGroups(IdentityService identities) {
        Map<Role, String> names = Map.of(
                Role.AUTHOR, "Authors", Role.REVIEWER, "Reviewers", Role.MANAGER, "Managers", Role.ADMIN, "Admins");
        names.forEach((role, name) -> {
            if (identities.createGroupQuery().groupId(role.group()).count() == 0) {
                Group group = identities.newGroup(role.group());
                group.setName(name);
                group.setType(role == Role.ADMIN ? Groups.GROUP_TYPE_SYSTEM : Groups.GROUP_TYPE_WORKFLOW);
                identities.saveGroup(group);
            }
        });
    }

    private static void createRights(AuthorizationService rights) {
        for (Resource resource : Resources.values()) {
            grant(rights, Role.ADMIN, resource, ANY, Permissions.ALL);
        }
        for (Role role : List.of(Role.AUTHOR, Role.REVIEWER, Role.MANAGER)) {
            grant(rights, role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            // Its profile page is where people change their password.
            grant(rights, role, Resources.APPLICATION, "welcome", Permissions.ACCESS);
            grant(rights, role, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        }
        grant(
                rights,
                Role.AUTHOR,
                Resources.PROCESS_DEFINITION,
                LIFECYCLE,
                Permissions.READ,
                Permissions.CREATE_INSTANCE);
        grant(rights, Role.AUTHOR, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    static void grant(
            AuthorizationService rights, Role role, Resource resource, String resourceId, Permission... permissions) {
        if (rights.createAuthorizationQuery()
                        .groupIdIn(role.group())
                        .resourceType(resource)
                        .resourceId(resourceId)
                        .count()
                > 0) {
            return;
        }
        Authorization grant = rights.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(role.group());
        grant.setResource(resource);
        grant.setResourceId(resourceId);
        for (Permission permission : permissions) {
            grant.addPermission(permission);
        }
        rights.saveAuthorization(grant);
    }
}
