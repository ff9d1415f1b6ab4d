package io.followthrough.dashboard;

import io.followthrough.platform.FollowthroughProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers people look at in the morning, by SQL over our own tables. */
@Component
public class Dashboard {

    private static final int SOON_DAYS = 7;

    private final JdbcClient jdbc;
    private final FollowthroughProperties properties;
    private final Clock clock;

    Dashboard(JdbcClient jdbc, FollowthroughProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    public Numbers numbers() {
        return jdbc.sql("""
                        select count(*) filter (where status = 'OPEN') as open,
                               count(*) filter (where status = 'OPEN' and due_date < :today) as overdue,
                               count(*) filter (where status = 'OPEN' and due_date between :today and :soon) as due_soon,
                               count(*) filter (where status = 'SETTLED') as settled,
                               count(*) filter (where status = 'SETTLED'
                                   and (settled_at at time zone :zone)::date <= due_date) as on_time,
                               count(*) filter (where status = 'OPEN'
                                   and (ticket_problem is not null or ticket_state in ('REFUSED', 'MISSING'))) as attention,
                               (select count(*) from postmortem where status = 'IN_REVIEW') as in_review,
                               (select count(*) from postmortem where status = 'DRAFT') as drafts
                        from dashboard_action_item""")
                .param("today", today())
                .param("soon", today().plusDays(SOON_DAYS))
                .param("zone", properties.zone().getId())
                .query((row, number) -> numbers(row))
                .single();
    }

    private static Numbers numbers(ResultSet row) throws SQLException {
        int settled = row.getInt("settled");
        int onTime = row.getInt("on_time");
        return new Numbers(
                row.getInt("open"),
                row.getInt("overdue"),
                row.getInt("due_soon"),
                settled,
                onTime,
                settled == 0 ? -1 : onTime * 100 / settled,
                row.getInt("attention"),
                row.getInt("in_review"),
                row.getInt("drafts"));
    }

    /** Postmortems that are not closed, those first that promised something for the earliest day. */
    public List<PostmortemRow> underWay(int limit) {
        return jdbc.sql("""
                        select d.*, (select count(*) from action_item i where i.postmortem = d.number
                                     and i.status = 'OPEN' and i.due_date < :today) as overdue
                        from dashboard_postmortem d where d.status <> 'CLOSED'
                        order by d.next_due_date nulls last, d.number desc limit :limit""")
                .param("today", today())
                .param("limit", limit)
                .query((row, number) -> postmortem(row))
                .list();
    }

    /** Postmortems whose number or title contains the words, newest first. */
    public List<PostmortemRow> postmortems(String status, String words, int offset, int limit) {
        return jdbc.sql("""
                        select d.*, (select count(*) from action_item i where i.postmortem = d.number
                                     and i.status = 'OPEN' and i.due_date < :today) as overdue
                        from dashboard_postmortem d
                        where (:status = '' or d.status = :status)
                          and (lower(d.title) like :words or lower(d.key) like :words)
                        order by d.number desc limit :limit offset :offset""")
                .param("today", today())
                .param("status", status.toUpperCase(Locale.ROOT).replace('-', '_'))
                .param("words", "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> postmortem(row))
                .list();
    }

    /** Postmortems in review that somebody else wrote, the oldest first. */
    List<PostmortemRow> waitingForReview(String reviewer, int limit) {
        return rows("d.status = 'IN_REVIEW' and d.author <> :person", reviewer, limit);
    }

    /** The drafts of a person, the oldest first. */
    List<PostmortemRow> drafts(String author, int limit) {
        return rows("d.status = 'DRAFT' and d.author = :person", author, limit);
    }

    private List<PostmortemRow> rows(String condition, String person, int limit) {
        return jdbc.sql("select d.*, 0 as overdue from dashboard_postmortem d where " + condition
                        + " order by d.number limit :limit")
                .param("person", person)
                .param("limit", limit)
                .query((row, number) -> postmortem(row))
                .list();
    }

    /** The last weeks, the present one last. */
    public List<Week> weeks(int count) {
        LocalDate monday = today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = monday.minusWeeks(count - 1);
        return jdbc.sql("""
                        select monday::date as monday, coalesce(opened, 0) as opened, coalesce(settled, 0) as settled
                        from generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '7 days')
                             as week(monday)
                        left join (select date_trunc('week', opened_at at time zone :zone) as monday, count(*) as opened
                                   from dashboard_action_item where opened_at >= :since group by 1) o using (monday)
                        left join (select date_trunc('week', settled_at at time zone :zone) as monday, count(*) as settled
                                   from dashboard_action_item where settled_at >= :since group by 1) s using (monday)
                        order by monday""")
                .param("zone", properties.zone().getId())
                .param(
                        "since",
                        Timestamp.from(first.atStartOfDay(properties.zone()).toInstant()))
                .param("first", first.toString())
                .param("last", monday.toString())
                .query((row, number) ->
                        new Week(row.getObject("monday", LocalDate.class), row.getInt("opened"), row.getInt("settled")))
                .list();
    }

    /** Everybody who owns an open or settled item, the most overdue first. */
    public List<OwnerRow> owners(int limit) {
        return jdbc.sql("""
                        select owner,
                               count(*) filter (where status = 'OPEN') as open,
                               count(*) filter (where status = 'OPEN' and due_date < :today) as overdue,
                               count(*) filter (where status = 'OPEN' and due_date between :today and :soon) as due_soon,
                               count(*) filter (where status = 'SETTLED') as settled
                        from action_item where status <> 'PROPOSED'
                        group by owner order by overdue desc, open desc, owner limit :limit""")
                .param("today", today())
                .param("soon", today().plusDays(SOON_DAYS))
                .param("limit", limit)
                .query((row, number) -> new OwnerRow(
                        row.getString("owner"),
                        row.getInt("open"),
                        row.getInt("overdue"),
                        row.getInt("due_soon"),
                        row.getInt("settled")))
                .list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), properties.zone());
    }

    private static PostmortemRow postmortem(ResultSet row) throws SQLException {
        Timestamp published = row.getTimestamp("published_at");
        Timestamp closed = row.getTimestamp("closed_at");
        return new PostmortemRow(
                row.getString("key"),
                row.getString("title"),
                row.getString("author"),
                row.getString("status").toLowerCase(Locale.ROOT).replace('_', '-'),
                row.getTimestamp("created_at").toInstant(),
                published == null ? null : published.toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getInt("items"),
                row.getInt("settled"),
                row.getInt("open"),
                row.getInt("overdue"),
                row.getObject("next_due_date", LocalDate.class));
    }
}
