package io.followthrough.platform.process;

import io.followthrough.platform.Role;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * The lists everybody finds in the Tasklist. "My tasks" exists once per person, made at the first login: the usual
 * shared filter with {@code ${currentUser()}} would need expressions in stored queries, which are switched off.
 */
@Component
class TasklistFilters {

    private final FilterService filters;
    private final TaskService tasks;

    TasklistFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    static void createShared(ProcessEngine engine) {
        share(engine, "Reviews waiting", 20, "Task_ReviewPostmortem");
        share(engine, "Decisions waiting", 30, "Task_DecideActionItem");
    }

    private static void share(ProcessEngine engine, String name, int priority, String task) {
        FilterService filters = engine.getFilterService();
        if (filters.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        TaskQuery query = engine.getTaskService().createTaskQuery().taskDefinitionKey(task);
        Filter filter = filters.saveFilter(filter(filters, name, priority, query));
        for (Role role : List.of(Role.AUTHOR, Role.REVIEWER, Role.MANAGER)) {
            EngineAccess.grant(
                    engine.getAuthorizationService(), role, Resources.FILTER, filter.getId(), Permissions.READ);
        }
    }

    @EventListener
    void createPersonal(InteractiveAuthenticationSuccessEvent login) {
        String person = login.getAuthentication().getName();
        if (filters.createFilterQuery()
                        .filterName("My tasks")
                        .filterOwner(person)
                        .count()
                == 0) {
            TaskQuery query = tasks.createTaskQuery().taskAssignee(person);
            filters.saveFilter(filter(filters, "My tasks", 10, query).setOwner(person));
        }
    }

    private static Filter filter(FilterService filters, String name, int priority, TaskQuery query) {
        return filters.newTaskFilter(name)
                .setQuery(query)
                .setProperties(Map.of("priority", priority, "refresh", true, "showUndefinedVariable", false));
    }
}
