package io.followthrough.escalation;

import io.followthrough.actionitem.Priority;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tables that say who hears when: every version that was saved, and the one in force. */
@Service
@Transactional
public class Policies {

    private static final String SHIPPED = "bpmn/escalation-policy.dmn";
    private static final String SUBJECT = "escalation-policy";
    private static final int LARGEST = 500_000;
    private static final int NAME_LENGTH = 60;
    private static final int NOTE_LENGTH = 200;
    private static final String SELECT = "select p.*, (select max(a.activated_at) from escalation_policy_activation a"
            + " where a.version = p.version) as activated_at from escalation_policy p";

    private final JdbcClient jdbc;
    private final PolicyTables tables;
    private final PolicyCheck check;
    private final People people;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Texts never change, so that what was read of one is good for ever. */
    private final Map<String, PolicyTable> read = new ConcurrentHashMap<>();

    Policies(
            JdbcClient jdbc,
            PolicyTables tables,
            PolicyCheck check,
            People people,
            History history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.check = check;
        this.people = people;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** The ladder in force for items of this priority. */
    public Ladder ladderFor(Priority priority) {
        PolicyVersion version = inForce();
        return new Ladder(version.title(), table(version).ladderFor(priority));
    }

    /** The table that counts; the one the application brings along as long as nobody chose another. */
    public PolicyVersion inForce() {
        return newestActivated().orElseGet(() -> {
            takeUpShipped();
            return newestActivated().orElseThrow();
        });
    }

    private Optional<PolicyVersion> newestActivated() {
        return jdbc.sql(SELECT + " where p.version = (select version from escalation_policy_activation"
                        + " order by id desc limit 1)")
                .query(Policies::version)
                .optional();
    }

    /**
     * Keeps the table the application brings along as a version of its own, once. It comes into force unless an
     * administrator chose another.
     */
    public void takeUpShipped() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param(SUBJECT)
                .query((row, number) -> "")
                .list();
        String dmn = shipped();
        boolean known = jdbc.sql("select count(*) from escalation_policy where sha256 = ?")
                        .param(sha256(dmn))
                        .query(Long.class)
                        .single()
                > 0;
        if (known) {
            return;
        }
        int number = save(dmn, "As shipped", History.FOLLOWTHROUGH);
        boolean chosen = jdbc.sql("select activated_by from escalation_policy_activation order by id desc limit 1")
                .query(String.class)
                .optional()
                .filter(person -> !person.equals(History.FOLLOWTHROUGH))
                .isPresent();
        if (!chosen) {
            bringIntoForce(number, History.FOLLOWTHROUGH);
        }
    }

    /** All versions, newest first. */
    public List<PolicyVersion> versions() {
        return jdbc.sql(SELECT + " order by p.version desc")
                .query(Policies::version)
                .list();
    }

    public PolicyVersion get(int number) {
        return jdbc.sql(SELECT + " where p.version = ?")
                .param(number)
                .query(Policies::version)
                .optional()
                .orElseThrow(() -> new NotFoundException("There is no version " + number + " of the policy."));
    }

    /** The table of a version. */
    public PolicyTable table(PolicyVersion version) {
        return read.computeIfAbsent(sha256(version.dmn()), key -> tables.read(version.dmn()));
    }

    /** What keeps a table from coming into force, one sentence each. */
    public List<String> problems(PolicyVersion version) {
        return check.problems(table(version));
    }

    /**
     * Keeps a table as a new version, without bringing it into force.
     *
     * @throws InvalidInputException when it cannot be read; one that has other problems may be kept and mended
     */
    public PolicyVersion propose(String dmn, String note, String actor) {
        requireAdmin(actor);
        if (dmn.length() > LARGEST) {
            throw new InvalidInputException("This is too large for a decision table.");
        }
        tables.read(dmn);
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param(SUBJECT)
                .query((row, number) -> "")
                .list();
        int number = save(dmn, shortened(note.strip(), NOTE_LENGTH), actor);
        history.record(SUBJECT, actor, "policy-saved", "Version " + number);
        return get(number);
    }

    /**
     * Brings a version into force: every open item is planned anew by it.
     *
     * @throws InvalidInputException when it has problems
     */
    public void activate(int number, String actor) {
        requireAdmin(actor);
        PolicyVersion version = get(number);
        List<String> problems = problems(version);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(String.join(" ", problems));
        }
        bringIntoForce(number, actor);
    }

    private void bringIntoForce(int number, String actor) {
        jdbc.sql("insert into escalation_policy_activation (version, activated_by, activated_at) values (?, ?, ?)")
                .params(number, actor, now())
                .update();
        PolicyVersion version = get(number);
        history.record(SUBJECT, actor, "policy-activated", version.title());
        if (!actor.equals(History.FOLLOWTHROUGH)) {
            tables.show(version.dmn(), version.title());
        }
        events.publishEvent(new PolicyActivated(number));
    }

    private int save(String dmn, String note, String actor) {
        int number = jdbc.sql("select coalesce(max(version), 0) + 1 from escalation_policy")
                .query(Integer.class)
                .single();
        jdbc.sql("insert into escalation_policy (version, name, dmn, sha256, note, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        shortened(tables.read(dmn).versionTag(), NAME_LENGTH),
                        dmn,
                        sha256(dmn),
                        note,
                        actor,
                        now())
                .update();
        return number;
    }

    private static PolicyVersion version(ResultSet row, int number) throws SQLException {
        Timestamp activated = row.getTimestamp("activated_at");
        return new PolicyVersion(
                row.getInt("version"),
                row.getString("name"),
                row.getString("dmn"),
                row.getString("note"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                activated == null ? null : activated.toInstant());
    }

    private static String shipped() {
        try (InputStream table = new ClassPathResource(SHIPPED).getInputStream()) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private void requireAdmin(String actor) {
        if (people.find(actor).filter(person -> person.is(Role.ADMIN)).isEmpty()) {
            throw new ForbiddenException("Only administrators change the policy.");
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
