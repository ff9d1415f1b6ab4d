package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.jira.TextCut.Ending;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Jira Cloud: REST API version 3, rich text as documents, people by account id, pages by token. */
class CloudDialect implements JiraDialect {

    @Override
    public String product() {
        return "Jira Cloud";
    }

    @Override
    public String setting() {
        return "cloud";
    }

    @Override
    public String apiPath() {
        return "/rest/api/3";
    }

    /** An API token, with scopes or without, is a password that goes with the mail address of its account. */
    @Override
    public void identify(HttpHeaders headers, JiraAccess access) {
        headers.setBasicAuth(access.user(), access.token(), StandardCharsets.UTF_8);
    }

    @Override
    public String credentialsHint(JiraAccess access) {
        return access.baseUrl().contains("/ex/jira/")
                ? " Check whether the token has the scopes read:jira-work, write:jira-work and read:jira-user."
                : " A token with scopes works at https://api.atlassian.com/ex/jira/CLOUD-ID only: set"
                        + " FOLLOWTHROUGH_JIRA_BASE_URL to that.";
    }

    @Override
    public JsonNode rich(TicketText text, Ending ending, Accounts accounts) {
        return TextCut.toFit(
                text,
                ending,
                whole -> AdfRendering.of(whole, accounts),
                document -> document.toString().length());
    }

    @Override
    public String assignablePath() {
        return "/user/assignable/search?project={project}&query={who}";
    }

    @Override
    public String accountIn() {
        return "accountId";
    }

    @Override
    public String watchersPath() {
        return "/issue/{id}/watchers";
    }

    @Override
    public boolean setParent(ObjectNode fields, String key, JiraScreen screen) {
        fields.putObject("parent").put("key", key);
        return true;
    }

    @Override
    public String permissionsPath() {
        return "/mypermissions?projectKey={project}&permissions={permissions}";
    }

    @Override
    public String typesIn() {
        return "issueTypes";
    }

    @Override
    public String fieldsIn() {
        return "fields";
    }

    @Override
    public String searchPath() {
        return "/search/jql";
    }

    @Override
    public void startSearch(ObjectNode request) {
        request.putArray("properties").add(JiraIssueRequest.PROPERTY);
    }

    /** A token that comes again would lead round in a circle. */
    @Override
    public boolean turnPage(ObjectNode request, JsonNode answer) {
        String next = answer.path("nextPageToken").asText();
        if (next.isEmpty() || next.equals(request.path("nextPageToken").asText())) {
            return false;
        }
        request.put("nextPageToken", next);
        return true;
    }

    @Override
    public boolean searchShowsProperty() {
        return true;
    }

    @Override
    public String bulkPath() {
        return "/issue/bulkfetch";
    }

    @Override
    public ObjectNode bulk(Collection<String> ids, List<String> fields) {
        ObjectNode request = JSON.objectNode();
        ids.forEach(request.putArray("issueIdsOrKeys")::add);
        return JiraDialect.wanting(fields, request);
    }

    /** What Jira could not put into the bulk is there all the same; what it does not name was not found. */
    @Override
    public List<String> unsettled(Collection<String> ids, JsonNode answer) {
        List<String> unsettled = new ArrayList<>();
        answer.path("issueErrors")
                .forEach(error -> unsettled.add(error.path("id").asText()));
        return unsettled;
    }
}
