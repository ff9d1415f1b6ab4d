package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.jira.TextCut.Ending;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Jira Data Center: REST API version 2, rich text as wiki markup, people by name, pages by number. */
class DataCenterDialect implements JiraDialect {

    /** Under which name a page lists whatever it lists. */
    private static final String PAGE = "values";

    @Override
    public String product() {
        return "Jira Data Center";
    }

    @Override
    public String setting() {
        return "data-center";
    }

    @Override
    public String apiPath() {
        return "/rest/api/2";
    }

    /** A personal access token says by itself whose it is. */
    @Override
    public void identify(HttpHeaders headers, JiraAccess access) {
        headers.setBearerAuth(access.token());
    }

    @Override
    public String credentialsHint(JiraAccess access) {
        return " FOLLOWTHROUGH_JIRA_TOKEN must be a personal access token; passwords are not taken.";
    }

    @Override
    public JsonNode rich(TicketText text, Ending ending, Accounts accounts) {
        return TextNode.valueOf(
                TextCut.toFit(text, ending, whole -> WikiRendering.of(whole, accounts), String::length));
    }

    @Override
    public String assignablePath() {
        return "/user/assignable/search?project={project}&username={who}";
    }

    @Override
    public String accountIn() {
        return "name";
    }

    /** Older versions take the name from the body, newer ones from the address. */
    @Override
    public String watchersPath() {
        return "/issue/{id}/watchers?userName={account}";
    }

    @Override
    public boolean setParent(ObjectNode fields, String key, JiraScreen screen) {
        if (screen.epicLink().isEmpty()) {
            return false;
        }
        fields.put(screen.epicLink(), key);
        return true;
    }

    /** Answers all permissions there are; naming some is Cloud's alone. */
    @Override
    public String permissionsPath() {
        return "/mypermissions?projectKey={project}";
    }

    @Override
    public String typesIn() {
        return PAGE;
    }

    @Override
    public String fieldsIn() {
        return PAGE;
    }

    @Override
    public String searchPath() {
        return "/search";
    }

    @Override
    public void startSearch(ObjectNode request) {
        request.put("startAt", 0);
    }

    /** By what came back: the server gives fewer at once than asked for, if it likes. */
    @Override
    public boolean turnPage(ObjectNode request, JsonNode answer) {
        int came = answer.path("issues").size();
        int next = request.path("startAt").asInt() + came;
        request.put("startAt", next);
        return came > 0 && next < answer.path("total").asInt();
    }

    @Override
    public boolean searchShowsProperty() {
        return false;
    }

    @Override
    public String bulkPath() {
        return searchPath();
    }

    /** Without validation: otherwise one id that is gone makes Jira refuse all. */
    @Override
    public ObjectNode bulk(Collection<String> ids, List<String> fields) {
        return search("id in (" + String.join(", ", ids) + ")", ids.size(), fields)
                .put("validateQuery", false);
    }

    /** The search answers from an index that may lag behind or lack an issue, so that absence proves nothing. */
    @Override
    public List<String> unsettled(Collection<String> ids, JsonNode answer) {
        List<String> unsettled = new ArrayList<>(ids);
        answer.path("issues").forEach(issue -> unsettled.remove(issue.path("id").asText()));
        return unsettled;
    }
}
