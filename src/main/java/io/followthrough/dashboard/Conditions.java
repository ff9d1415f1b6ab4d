package io.followthrough.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The narrowing part of a statement with its named values. */
final class Conditions {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    void and(String condition, String name, Object value) {
        sql.append(" and ").append(condition);
        values.put(name, value);
    }

    String sql() {
        return sql.toString();
    }

    StatementSpec bind(StatementSpec statement) {
        return statement.params(values);
    }
}
