package io.followthrough.dashboard;

import io.followthrough.dashboard.Undelivered.Letter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was sent and did not arrive, by SQL over our own tables. */
@Component
public class Deliveries {

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Undelivered undelivered() {
        List<Letter> first = jdbc.sql("select * from dashboard_undelivered"
                        + " order by state = 'FAILED' desc, created_at desc, kind, id limit :limit")
                .param("limit", SHOWN)
                .query((row, number) -> letter(row))
                .list();
        return jdbc.sql("select count(*) filter (where state = 'FAILED') as failed,"
                        + " count(*) filter (where state = 'QUEUED') as waiting from dashboard_undelivered")
                .query((row, number) -> new Undelivered(row.getInt("failed"), row.getInt("waiting"), first))
                .single();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        boolean failed = row.getString("state").equals("FAILED");
        Timestamp next = row.getTimestamp("next_attempt_at");
        return new Letter(
                row.getString("kind").equals("mail"),
                row.getLong("id"),
                row.getString("destination"),
                row.getString("what"),
                row.getInt("attempts"),
                failed || next == null ? null : next.toInstant(),
                row.getString("last_error"),
                row.getTimestamp("created_at").toInstant());
    }
}
