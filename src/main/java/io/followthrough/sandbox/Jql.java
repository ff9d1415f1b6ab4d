package io.followthrough.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of JQL that is understood: {@code field = value} and {@code field in (a, b)}, joined by AND. */
final class Jql {

    private static final String VALUE = "(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[\\w.:-]+)";
    private static final Pattern CLAUSE = Pattern.compile(
            "\\s*(labels|project|key|issuekey|id)\\s*(?:=\\s*(" + VALUE + ")|in\\s*\\((\\s*" + VALUE + "(?:\\s*,\\s*"
                    + VALUE + ")*)\\s*\\))\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_VALUE = Pattern.compile(VALUE);
    private static final Pattern ORDER = Pattern.compile("\\s*order\\s+by\\s.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("and\\b", Pattern.CASE_INSENSITIVE);

    private Jql() {}

    /** Which issues a query finds; refuses what Jira refuses and what is not understood here. */
    static Predicate<Issue> parse(String query, List<Issue> all, boolean strict) {
        if (query.isBlank()) {
            throw RefusedException.because(
                    400, "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.");
        }
        Predicate<Issue> found = issue -> true;
        Matcher clause = CLAUSE.matcher(query);
        int at = 0;
        while (true) {
            clause.region(at, query.length());
            if (!clause.lookingAt()) {
                throw misunderstood(query, at);
            }
            found = found.and(condition(clause, all, strict));
            at = clause.end();
            if (at == query.length() || ORDER.matcher(query.substring(at)).matches()) {
                return found;
            }
            Matcher and = AND.matcher(query).region(at, query.length());
            if (!and.lookingAt()) {
                throw misunderstood(query, at);
            }
            at = and.end();
        }
    }

    private static Predicate<Issue> condition(Matcher clause, List<Issue> all, boolean strict) {
        List<String> values = values(clause.group(2) != null ? clause.group(2) : clause.group(3));
        String field = clause.group(1).toLowerCase(Locale.ROOT);
        return switch (field) {
            case "labels" -> issue -> issue.labels().stream().anyMatch(values::contains);
            case "project" -> issue -> values.contains(issue.key().replaceAll("-\\d+$", ""));
            default -> {
                for (String value : values) {
                    if (strict && all.stream().noneMatch(issue -> isCalled(issue, value))) {
                        throw RefusedException.because(
                                400, "An issue with key '" + value + "' does not exist for field '" + field + "'.");
                    }
                }
                yield issue -> values.stream().anyMatch(value -> isCalled(issue, value));
            }
        };
    }

    private static boolean isCalled(Issue issue, String idOrKey) {
        return issue.id().equals(idOrKey) || issue.key().equalsIgnoreCase(idOrKey);
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
