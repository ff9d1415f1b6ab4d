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
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/**
 * Groups, rights and first people, created when they are missing. Candidates get the rights on
 * their tasks from the engine, so none are given here.
 */
@Component
class EngineAccess extends AbstractProcessEnginePlugin {

    private static final String LIFECYCLE = "postmortem-lifecycle";

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        createGroups(engine.getIdentityService());
        createRights(engine.getAuthorizationService());
        createDemoPeople(engine.getIdentityService());
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

    private static void createDemoPeople(IdentityService identities) {
        person(identities, "author", "Ann", "Author", Role.AUTHOR);
        person(identities, "reviewer", "Rita", "Reviewer", Role.AUTHOR, Role.REVIEWER);
        person(identities, "lead", "Leo", "Lead", Role.AUTHOR, Role.REVIEWER);
        person(identities, "manager", "Mona", "Manager", Role.AUTHOR, Role.MANAGER);
        person(identities, "admin", "Ada", "Admin", Role.AUTHOR, Role.ADMIN);
    }

    private static void person(IdentityService identities, String id, String first, String last, Role... roles) {
        if (identities.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = identities.newUser(id);
        user.setFirstName(first);
        user.setLastName(last);
        user.setEmail(id + "@example.org");
        user.setPassword("demo");
        identities.saveUser(user);
        for (Role role : roles) {
            identities.createMembership(id, role.group());
        }
    }
}
