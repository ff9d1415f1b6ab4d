package io.followthrough.sandbox;

/** Who a ticket is given to, and could be. */
class AssigneeHtml {

    private final SandboxSettings settings;
    private final IssueJson json;

    AssigneeHtml(SandboxSettings settings, IssueJson json) {
        this.settings = settings;
        this.json = json;
    }

    String name(Issue issue) {
        return issue.get("assignee").isEmpty()
                ? "Unassigned"
                : BoardFrame.escape(
                        json.user(issue.get("assignee")).path("displayName").asText());
    }

    String options(Issue issue) {
        StringBuilder options = new StringBuilder("<option value=\"\">Unassigned</option>");
        for (SandboxPerson person : settings.people().get()) {
            String account = settings.dialect() == SandboxDialect.CLOUD ? person.accountId() : person.username();
            options.append("<option value=\"%s\"%s>%s</option>"
                    .formatted(
                            BoardFrame.escape(account),
                            person.accountId().equals(issue.get("assignee")) ? " selected" : "",
                            BoardFrame.escape(person.name())));
        }
        return options.toString();
    }
}
