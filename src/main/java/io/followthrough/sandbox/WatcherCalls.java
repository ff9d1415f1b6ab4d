package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The calls about who watches an issue. */
class WatcherCalls {

    /** Named as a field when {@link Misbehaviour#refuseFields} is to refuse watchers. */
    private static final String FIELD = "watches";

    /** Without it an account can only watch by itself. */
    static final String PERMISSION = "MANAGE_WATCHERS";

    private final SandboxSettings settings;
    private final Issues issues;
    private final IssueJson json;
    private final Misbehaviour misbehaviour;

    WatcherCalls(SandboxSettings settings, Issues issues, IssueJson json, Misbehaviour misbehaviour) {
        this.settings = settings;
        this.issues = issues;
        this.json = json;
        this.misbehaviour = misbehaviour;
    }

    /** Whether the account of the application may not manage watchers. */
    static boolean areRefused(Misbehaviour misbehaviour) {
        return misbehaviour.refusedFields().contains(FIELD);
    }

    Answer list(Call call, String[] path) {
        Issue issue = issues.get(path[0], json.self());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("self", json.self("issue/" + issue.id() + "/watchers")).put("isWatching", false);
        ArrayNode watchers = body.putArray("watchers");
        issue.watchers().forEach(account -> watchers.add(json.user(account)));
        return Answer.json(200, body.put("watchCount", watchers.size()));
    }

    /** Watching twice is watching once. */
    Answer add(Call call, String[] path) {
        boolean cloud = settings.dialect() == SandboxDialect.CLOUD;
        if (areRefused(misbehaviour)) {
            issues.get(path[0], json.self());
            throw RefusedException.because(
                    cloud ? 403 : 401, "You do not have the permission to manage the watcher list.");
        }
        String named = call.query("userName").isEmpty() ? call.text() : call.query("userName");
        SandboxPerson watcher = settings.people().get().stream()
                .filter(person -> named.equals(cloud ? person.accountId() : person.username()))
                .findFirst()
                .orElseThrow(() -> RefusedException.because(404, "The user '" + named + "' does not exist."));
        issues.watch(path[0], watcher, json.self());
        return Answer.noContent();
    }
}
