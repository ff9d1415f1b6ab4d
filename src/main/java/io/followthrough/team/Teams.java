package io.followthrough.team;

import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.HistoryEntry;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who leads whom, and who stands in for whom. */
@Service
@Transactional
public class Teams {

    private final JdbcClient jdbc;
    private final People people;
    private final History history;
    private final FollowthroughProperties properties;
    private final Clock clock;

    Teams(JdbcClient jdbc, People people, History history, FollowthroughProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.history = history;
        this.properties = properties;
        this.clock = clock;
    }

    /** All teams by name. */
    @Transactional(readOnly = true)
    public List<Team> all() {
        return jdbc.sql("select * from team order by name").query(this::team).list();
    }

    /** The team a person belongs to; whoever leads one without being a member of any belongs to that. */
    @Transactional(readOnly = true)
    public Optional<Team> of(String person) {
        return jdbc.sql("select t.* from team t left join team_member m on m.team = t.id and m.person = :person"
                        + " where m.person is not null or :person in (t.lead, t.manager, t.director)"
                        + " order by m.person is null, t.lead <> :person, t.id limit 1")
                .param("person", person)
                .query(this::team)
                .optional();
    }

    /** @throws NotFoundException when there is no such team */
    @Transactional(readOnly = true)
    public Team get(long id) {
        return jdbc.sql("select * from team where id = ?")
                .param(id)
                .query(this::team)
                .optional()
                .orElseThrow(() -> new NotFoundException("There is no such team; it may have been dissolved."));
    }

    /**
     * Founds a team. Its members leave their former team.
     *
     * @throws ForbiddenException when the actor is no administrator
     * @throws InvalidInputException when somebody is nobody, or there is a team of that name
     */
    public Team found(TeamDraft draft, String actor) {
        requireAdmin(actor);
        draft.requireUsable(people);
        long id;
        try {
            id = jdbc.sql("insert into team (name, lead, manager, director) values (?, ?, ?, ?) returning id")
                    .params(draft.name(), draft.lead(), draft.manager(), draft.director())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw nameTaken(draft);
        }
        enroll(id, draft, actor);
        history.record(
                subject(id),
                actor,
                "team-founded",
                draft.name() + ": lead " + draft.lead() + ", manager " + draft.manager() + ", director "
                        + draft.director() + ", members " + String.join(", ", draft.members()));
        return get(id);
    }

    /**
     * Changes a team; its new members leave their former team. Does nothing when it is so already.
     *
     * @throws ForbiddenException when the actor is no administrator
     * @throws InvalidInputException when somebody is nobody, or another team has that name
     * @throws NotFoundException when there is no such team
     */
    public Team change(long id, TeamDraft draft, String actor) {
        requireAdmin(actor);
        TeamDraft before = TeamDraft.of(get(id));
        draft.requireUsable(people);
        String changes = draft.changesFrom(before);
        if (changes.isEmpty()) {
            return get(id);
        }
        try {
            jdbc.sql("update team set name = ?, lead = ?, manager = ?, director = ? where id = ?")
                    .params(draft.name(), draft.lead(), draft.manager(), draft.director(), id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw nameTaken(draft);
        }
        jdbc.sql("delete from team_member where team = ?").param(id).update();
        enroll(id, draft, actor);
        history.record(subject(id), actor, "team-changed", changes);
        return get(id);
    }

    private void enroll(long id, TeamDraft draft, String actor) {
        for (String member : draft.members()) {
            jdbc.sql("delete from team_member where person = ? returning team")
                    .param(member)
                    .query(Long.class)
                    .optional()
                    .ifPresent(former -> history.record(
                            subject(former), actor, "team-changed", member + " leaves for " + draft.name()));
            jdbc.sql("insert into team_member (person, team) values (?, ?)")
                    .params(member, id)
                    .update();
        }
    }

    private static InvalidInputException nameTaken(TeamDraft draft) {
        return new InvalidInputException("There is a team called " + draft.name() + ": choose another name.");
    }

    private static String subject(long id) {
        return "team/" + id;
    }

    /** What was done to the team, newest first. */
    public List<HistoryEntry> history(Team team) {
        return history.of(subject(team.id()));
    }

    /** Dissolves a team, or does nothing when there is none of that id. */
    public void dissolve(long id, String actor) {
        requireAdmin(actor);
        jdbc.sql("delete from team where id = ? returning name")
                .param(id)
                .query(String.class)
                .optional()
                .ifPresent(name -> history.record(subject(id), actor, "team-dissolved", name));
    }

    /** Present and coming absences by their first day. */
    @Transactional(readOnly = true)
    public List<Absence> absences() {
        return jdbc.sql("select * from absence where until_date is null or until_date >= ? order by from_date, id")
                .param(today())
                .query((row, number) -> new Absence(
                        row.getLong("id"),
                        row.getString("person"),
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("until_date", LocalDate.class),
                        row.getString("stand_in")))
                .list();
    }

    /**
     * Says that somebody is away and who is asked instead.
     *
     * @param until the last day, or null for somebody who is gone
     * @throws ForbiddenException when the actor is neither the person nor an administrator
     */
    public void away(String person, LocalDate from, @Nullable LocalDate until, String standIn, String actor) {
        if (!person.equals(actor)) {
            requireAdmin(actor);
        }
        if (until != null && until.isBefore(from)) {
            throw new InvalidInputException("An absence ends on its first day or later.");
        }
        if (person.equals(standIn)) {
            throw new InvalidInputException("Choose somebody else to stand in.");
        }
        jdbc.sql("insert into absence (person, from_date, until_date, stand_in, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(TeamDraft.known(person, people), from, until, TeamDraft.known(standIn, people), actor, now())
                .update();
        history.record(
                "person/" + person,
                actor,
                "away",
                "From " + from + (until == null ? " for good" : " to " + until) + ", " + standIn + " stands in");
    }

    /**
     * Says that somebody is not away after all; does nothing when there is no such absence.
     *
     * @throws ForbiddenException when the actor is neither the person nor an administrator
     */
    public void back(long absence, String actor) {
        Optional<String> person = jdbc.sql("select person from absence where id = ?")
                .param(absence)
                .query(String.class)
                .optional();
        if (person.isEmpty()) {
            return;
        }
        if (!person.get().equals(actor)) {
            requireAdmin(actor);
        }
        jdbc.sql("delete from absence where id = ?").param(absence).update();
        history.record("person/" + person.get(), actor, "back", "");
    }

    /** Who is asked on that day: the person, or whoever stands in; the person after all when stand-ins go in a circle. */
    @Transactional(readOnly = true)
    public String presentFor(String person, LocalDate day) {
        Set<String> away = new HashSet<>();
        String asked = person;
        while (true) {
            Optional<String> standIn = jdbc.sql("select stand_in from absence where person = ? and from_date <= ?"
                            + " and (until_date is null or until_date >= ?) order by id desc limit 1")
                    .params(asked, day, day)
                    .query(String.class)
                    .optional();
            if (standIn.isEmpty()) {
                return asked;
            }
            if (!away.add(asked)) {
                return person;
            }
            asked = standIn.get();
        }
    }

    /** Who is asked today. */
    @Transactional(readOnly = true)
    public String presentNow(String person) {
        return presentFor(person, today());
    }

    private Team team(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new Team(
                id,
                row.getString("name"),
                row.getString("lead"),
                row.getString("manager"),
                row.getString("director"),
                jdbc.sql("select person from team_member where team = ? order by person")
                        .param(id)
                        .query(String.class)
                        .list());
    }

    private void requireAdmin(String actor) {
        if (people.find(actor).filter(found -> found.is(Role.ADMIN)).isEmpty()) {
            throw new ForbiddenException("Only administrators may do that.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), properties.zone());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
