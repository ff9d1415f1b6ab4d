package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.jira.TextCut.Ending;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** All that Jira Cloud and Jira Data Center do differently. What is not here is the same for both. */
interface JiraDialect {

    JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** "Jira Cloud". */
    String product();

    /** As the setting calls it. */
    String setting();

    /** Below which the REST API is. */
    String apiPath();

    /** Says who calls. */
    void identify(HttpHeaders headers, JiraAccess access);

    /** What else may be wrong when Jira refuses the credentials; empty, or a sentence after a space. */
    String credentialsHint(JiraAccess access);

    /** A description or comment as a field of a request. */
    JsonNode rich(TicketText text, Ending ending, Accounts accounts);

    /** Where people are found who can be assigned; parameters are the project and a part of their name or mail address. */
    String assignablePath();

    /** Under which name a user carries what Jira knows them by. */
    String accountIn();

    /** What Jira knows somebody by. */
    default String accountOf(JsonNode user) {
        return user.path(accountIn()).asText();
    }

    /** Somebody as a field of a request. */
    default ObjectNode user(String account) {
        return JSON.objectNode().put(accountIn(), account);
    }

    /** Where watchers are added; parameters are the issue and the account, which is in the body as well. */
    String watchersPath();

    /** Puts an issue under an epic or parent; false where the screen has nothing to say so with. */
    boolean setParent(ObjectNode fields, String key, JiraScreen screen);

    /** Where permissions in a project are told; parameters are the project and the names of the permissions. */
    String permissionsPath();

    /** Under which name a page of issue types, and of fields, lists them. */
    String typesIn();

    String fieldsIn();

    String searchPath();

    /** A query, for the first page of what it finds. */
    default ObjectNode search(String jql, int pageSize, List<String> fields) {
        ObjectNode request = JSON.objectNode().put("jql", jql).put("maxResults", pageSize);
        startSearch(request);
        return wanting(fields, request);
    }

    /** Adds to a query what only this product wants to be told at its first page. */
    void startSearch(ObjectNode request);

    /** Adds the names of the fields that are to be answered. */
    static ObjectNode wanting(List<String> fields, ObjectNode request) {
        fields.forEach(request.putArray("fields")::add);
        return request;
    }

    /** Makes the request one for the page after the one answered; false when there is none. */
    boolean turnPage(ObjectNode request, JsonNode answer);

    /** Whether what is found shows {@link JiraIssueRequest#PROPERTY}, or each issue must be asked for it. */
    boolean searchShowsProperty();

    String bulkPath();

    /** Many issues by id at once. */
    ObjectNode bulk(Collection<String> ids, List<String> fields);

    /** Ids that a bulk does not settle: each of them has to be read alone before it counts as gone. */
    List<String> unsettled(Collection<String> ids, JsonNode answer);
}
