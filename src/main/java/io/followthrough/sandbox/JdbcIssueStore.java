package io.followthrough.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps issues over restarts, in a schema of its own. */
class JdbcIssueStore implements IssueStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcTemplate jdbc;

    JdbcIssueStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long nextNumber() {
        return Objects.requireNonNull(jdbc.queryForObject("select nextval('jira_sandbox.issue_number')", Long.class));
    }

    @Override
    public List<Issue> all() {
        return jdbc.query("select doc from jira_sandbox.issue order by id", (row, n) -> parse(row.getString(1)));
    }

    @Override
    public void save(Issue issue) {
        jdbc.update(
                "insert into jira_sandbox.issue (id, doc) values (?, ?::jsonb)"
                        + " on conflict (id) do update set doc = excluded.doc",
                Long.valueOf(issue.id()),
                issue.doc().toString());
    }

    @Override
    public void delete(Issue issue) {
        jdbc.update("delete from jira_sandbox.issue where id = ?", Long.valueOf(issue.id()));
    }

    private static Issue parse(String doc) {
        try {
            return new Issue((ObjectNode) JSON.readTree(doc));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An issue in jira_sandbox.issue is not JSON", e);
        }
    }
}
