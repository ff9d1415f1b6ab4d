package io.followthrough.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The part of JQL that is understood: {@code field = value} and {@code field in (a, b)}, joined by AND. */
record Jql(List<Clause> clauses) {

    private static final String VALUE = "(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[\\w.:-]+)";
    private static final Pattern CLAUSE = Pattern.compile(
            "\\s*(labels|project|key|issuekey|id)\\s*(?:=\\s*(" + VALUE + ")|in\\s*\\((\\s*" + VALUE + "(?:\\s*,\\s*"
                    + VALUE + ")*)\\s*\\))\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_VALUE = Pattern.compile(VALUE);
    private static final Pattern ORDER = Pattern.compile("\\s*order\\s+by\\s.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("and\\b", Pattern.CASE_INSENSITIVE);

    /** One condition: the field has one of the values. */
    record Clause(String field, List<String> values) {

        boolean isAboutIdentity() {
            return !field.equals("labels") && !field.equals("project");
        }

        boolean holds(Issue issue) {
            return switch (field) {
                case "labels" -> issue.labels().stream().anyMatch(values::contains);
                case "project" -> values.contains(issue.project());
                default ->
                    values.stream()
                            .anyMatch(value -> issue.id().equals(value)
                                    || issue.keys().stream().anyMatch(value::equalsIgnoreCase));
            };
        }
    }

    /** Understands a query; refuses what Jira refuses and what is not understood here. */
    static Jql parse(String query) {
        if (query.isBlank()) {
            throw RefusedException.because(
                    400, "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.");
        }
        List<Clause> clauses = new ArrayList<>();
        Matcher clause = CLAUSE.matcher(query);
        int at = 0;
        while (true) {
            clause.region(at, query.length());
            if (!clause.lookingAt()) {
                throw misunderstood(query, at);
            }
            clauses.add(new Clause(
                    clause.group(1).toLowerCase(Locale.ROOT),
                    values(clause.group(2) != null ? clause.group(2) : clause.group(3))));
            at = clause.end();
            if (at == query.length() || ORDER.matcher(query.substring(at)).matches()) {
                return new Jql(clauses);
            }
            Matcher and = AND.matcher(query).region(at, query.length());
            if (!and.lookingAt()) {
                throw misunderstood(query, at);
            }
            at = and.end();
        }
    }

    /** What it finds, oldest first, without looking at every issue where an index helps. */
    Stream<Issue> in(IssueIndex index) {
        return candidates(index)
                .filter(issue -> clauses.stream().allMatch(clause -> clause.holds(issue)))
                .sorted((one, other) -> Long.compare(Long.parseLong(one.id()), Long.parseLong(other.id())));
    }

    /** Refuses it when it names an issue that is not there. */
    void requireThatNamedIssuesExist(IssueIndex index) {
        for (Clause clause : clauses) {
            for (String value : clause.isAboutIdentity() ? clause.values() : List.<String>of()) {
                if (index.find(value).filter(issue -> !issue.isHidden()).isEmpty()) {
                    throw RefusedException.because(
                            400,
                            "An issue with key '" + value + "' does not exist for field '" + clause.field() + "'.");
                }
            }
        }
    }

    private Stream<Issue> candidates(IssueIndex index) {
        Optional<Clause> identity =
                clauses.stream().filter(Clause::isAboutIdentity).findFirst();
        if (identity.isPresent()) {
            return identity.get().values().stream()
                    .flatMap(value -> index.find(value).stream())
                    .distinct();
        }
        return clauses.stream()
                .filter(clause -> clause.field().equals("labels"))
                .findFirst()
                .map(clause -> index.labelled(clause.values()))
                .orElseGet(() -> index.all().stream());
    }

    private static List<String> values(String list) {
        List<String> values = new ArrayList<>();
        Matcher value = ONE_VALUE.matcher(list);
        while (value.find()) {
            String text = value.group();
            boolean quoted = text.startsWith("\"") || text.startsWith("'");
            values.add(quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text);
        }
        return values;
    }

    private static RefusedException misunderstood(String query, int at) {
        return RefusedException.because(
                400, "Error in the JQL Query: the sandbox does not understand '" + query.substring(at) + "'.");
    }
}
