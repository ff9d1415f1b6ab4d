package io.followthrough.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.TestMail;
import io.followthrough.team.Calendars;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DigestsIT extends IntegrationTest {

    @Autowired
    private Notices notices;

    @Autowired
    private Digests digests;

    @Autowired
    private DailyDigest daily;

    @Autowired
    private DigestLog digestLog;

    @Autowired
    private Calendars calendars;

    @Autowired
    private QuietHours quietHours;

    @Autowired
    private DigestProperties settings;

    @Autowired
    private Clock clock;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TransactionTemplate transactions;

    /** Somebody of this test's own, who had no digest on any day. */
    private final String person = "kim" + UUID.randomUUID().toString().substring(0, 8);

    private LocalDate day;

    @BeforeEach
    void comeAtNight() {
        User kim = identity.newUser(person);
        kim.setFirstName("Kim");
        kim.setLastName("<b>Keen</b>");
        kim.setEmail(person + "@example.org");
        identity.saveUser(kim);
        day = time.today().plusDays(1);
        time.tickTo(day.atTime(LocalTime.of(3, 0)).toInstant(ZoneOffset.UTC));
    }

    @AfterEach
    void leave() {
        jdbc.update("delete from freeze_window");
        jdbc.update("delete from working_time where person = ?", person);
        identity.deleteUser(person);
    }

    @Test
    void tellsEverythingThatWaitsInOneMessageInTheMorning() throws Exception {
        String late = anItem("Watch <the> disks", day.minusDays(3));
        String today = anItem("Write it down", day);
        String other = anItem("Not yet", day.plusDays(40));
        notice(late, Todo.FOLLOW);
        notice(today, Todo.FOLLOW);

        time.tickTo(day.atTime(LocalTime.of(7, 59)).toInstant(ZoneOffset.UTC));
        digests.sendDue();
        assertThat(messages()).isEmpty();
        time.tickTo(day.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC));
        digests.sendDue();

        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.get("subject").toString()).endsWith(": 1 overdue, 1 due today");
            assertThat(message.get("text_body").toString())
                    .containsSubsequence("Overdue: finish, or say when", late, "Due today", today, "Also yours", other)
                    .contains("3 days overdue", "It is done: http", "More time: http", "Hand over: http");
            assertThat(message.get("html_body").toString())
                    .contains("Watch &lt;the&gt; disks", "Hello Kim &lt;b&gt;Keen&lt;/b&gt;,")
                    .doesNotContain("<the>", "<b>Keen");
        });
        MimeMessage mail = TestMail.await(1, "Your day, ").stream()
                .filter(sent -> recipient(sent).equals(person + "@example.org"))
                .findFirst()
                .orElseGet(this::awaited);
        assertThat(types(mail)).containsExactly("text/plain", "text/html");
    }

    @Test
    void sendsOneMessagePerDayAndKeepsTheRestForTheNext() {
        String item = anItem("Watch the disks", day.minusDays(3));
        notice(item, Todo.FOLLOW);
        atNineOf(day);
        digests.sendDue();

        notice(item, Todo.DECIDE);
        time.tick(Duration.ofHours(1));
        digests.sendDue();
        digests.sendDue();
        assertThat(messages()).hasSize(1);
        atNineOf(day.plusDays(1));
        digests.sendDue();

        assertThat(messages()).hasSize(2);
        assertThat(messages().get(1).get("subject").toString()).endsWith(": 1 to decide");
    }

    @Test
    void waitsUntilWhatComesTogetherIsThere() {
        atNineOf(day);
        notice(anItem("Watch the disks", day.minusDays(3)), Todo.FOLLOW);
        digests.sendDue();
        assertThat(messages()).isEmpty();

        time.tick(Duration.ofMinutes(3));
        notice(anItem("Write it down", day.minusDays(3)), Todo.FOLLOW);
        time.tick(Duration.ofMinutes(3));
        digests.sendDue();
        assertThat(messages()).isEmpty();
        time.tick(Duration.ofMinutes(2));
        digests.sendDue();

        assertThat(messages())
                .singleElement()
                .satisfies(
                        message -> assertThat(message.get("subject").toString()).endsWith(": 2 overdue"));
    }

    @Test
    void writesNothingAboutWhatIsSettledByThen() {
        String item = anItem("Watch the disks", day.minusDays(3));
        notice(item, Todo.FOLLOW);
        jdbc.update(
                "update action_item set status = 'SETTLED', settlement = 'DONE', settled_at = now() where id = ?",
                item);
        atNineOf(day);

        digests.sendDue();

        assertThat(messages()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void losesAndDoublesNothingWhenTheWritingBreaksOff() {
        notice(anItem("Watch the disks", day.minusDays(3)), Todo.FOLLOW);
        atNineOf(day);

        transactions.executeWithoutResult(status -> {
            daily.send(person, day);
            status.setRollbackOnly();
        });
        assertThat(messages()).isEmpty();
        assertThat(waiting()).isEqualTo(1);
        digests.sendDue();
        digests.sendDue();

        assertThat(messages()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void writesOneDigestAlthoughManyWriteItAtTheSameMoment() throws Exception {
        notice(anItem("Watch the disks", day.minusDays(3)), Todo.FOLLOW);
        atNineOf(day);
        ExecutorService nodes = Executors.newFixedThreadPool(4);

        try {
            List<Callable<Void>> work = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(node -> () -> {
                        daily.send(person, day);
                        return null;
                    })
                    .toList();
            for (var result : nodes.invokeAll(work)) {
                result.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(messages()).hasSize(1);
        assertThat(jdbc.queryForObject("select count(*) from digest where person = ?", Integer.class, person))
                .isEqualTo(1);
    }

    @Test
    void comesInTheMorningOfThePersonWhereverTheyAre() {
        worksFrom("Asia/Kathmandu", "07:30");
        notice(anItem("Watch the disks", day.minusDays(3)), Todo.FOLLOW);

        time.tickTo(day.plusDays(1).atTime(1, 44, 59).toInstant(ZoneOffset.UTC));
        jdbc.update("insert into digest (person, kind, day, created_at) values (?, 'DAILY', ?, now())", person, day);
        digests.sendDue();
        assertThat(messages()).isEmpty();
        time.tickTo(day.plusDays(1).atTime(1, 45).toInstant(ZoneOffset.UTC));
        digests.sendDue();

        assertThat(messages()).hasSize(1);
    }

    @Test
    void waitsForAWorkingDayOutsideQuietHoursAndFreezes() {
        Digests inEarnest = new Digests(notices, daily, mornings(), digestLog, settings, clock);
        LocalDate saturday = day.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        worksFrom("Europe/Berlin", "09:00");
        notice(anItem("Watch the disks", saturday.minusDays(3)), Todo.FOLLOW);

        List<ZonedDateTime> looks = List.of(
                berlin(saturday, 12, 0),
                berlin(saturday.plusDays(1), 12, 0),
                berlin(saturday.plusDays(2), 8, 59),
                berlin(saturday.plusDays(2), 20, 0),
                berlin(saturday.plusDays(3), 6, 59));
        for (ZonedDateTime look : looks) {
            time.tickTo(look.toInstant());
            inEarnest.sendDue();
            assertThat(messages()).as("%s", look).isEmpty();
        }
        jdbc.update(
                "insert into freeze_window (from_date, until_date, reason, created_by, created_at)"
                        + " values (?, ?, 'End of year', 'admin', now())",
                saturday.plusDays(3),
                saturday.plusDays(4));
        time.tickTo(berlin(saturday.plusDays(3), 12, 0).toInstant());
        inEarnest.sendDue();
        assertThat(messages()).isEmpty();
        time.tickTo(berlin(saturday.plusDays(5), 9, 0).toInstant());
        inEarnest.sendDue();

        assertThat(messages()).hasSize(1);
    }

    @Test
    void knowsWhenPeopleAreAwakeAgain() {
        LocalDate monday = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        worksFrom("Europe/Berlin", "09:00");
        jdbc.update(
                "insert into freeze_window (from_date, until_date, reason, created_by, created_at)"
                        + " values (?, ?, 'End of year', 'admin', now())",
                monday.plusDays(1),
                monday.plusDays(2));

        assertThat(awake(berlin(monday, 19, 59))).isEqualTo(berlin(monday, 19, 59));
        assertThat(awake(berlin(monday, 3, 0))).isEqualTo(berlin(monday, 7, 0));
        assertThat(awake(berlin(monday, 20, 0)))
                .as("a night before a freeze of two days")
                .isEqualTo(berlin(monday.plusDays(3), 7, 0));
    }

    private ZonedDateTime awake(ZonedDateTime at) {
        return quietHours.awake(person, at.toInstant()).atZone(at.getZone());
    }

    private static ZonedDateTime berlin(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZoneId.of("Europe/Berlin"));
    }

    /** As it is in earnest: the try-it mode knows no days off. */
    private Mornings mornings() {
        DigestProperties earnest =
                new DigestProperties(true, LocalTime.of(8, 0), false, Duration.ofMinutes(5), Duration.ofSeconds(30));
        return new CalendarMornings(calendars, quietHours, earnest);
    }

    private void worksFrom(String zone, String from) {
        jdbc.update(
                "insert into working_time (person, zone, region, workdays, work_from, work_until, quiet_from,"
                        + " quiet_until, changed_by, changed_at) values (?, ?, '',"
                        + " 'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY', ?::time, '17:00', '20:00', '07:00', 'admin', now())",
                person,
                zone,
                from);
    }

    private MimeMessage awaited() {
        return TestMail.await(TestMail.about("Your day, ").size() + 1, "Your day, ").stream()
                .filter(sent -> recipient(sent).equals(person + "@example.org"))
                .findFirst()
                .orElseThrow();
    }

    private void atNineOf(LocalDate morning) {
        time.tickTo(morning.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC));
    }

    private void notice(String about, Todo todo) {
        transactions.executeWithoutResult(status -> notices.collect(new Notice(
                "test/" + UUID.randomUUID(),
                about,
                List.of(person),
                todo,
                "Watch the disks",
                "Close the ticket.",
                "table 1, row 2",
                "/action-items/" + about)));
    }

    private String anItem(String title, LocalDate due) {
        Long number = jdbc.queryForObject(
                "insert into postmortem (number, title, author, status, revision, created_at, approved_by,"
                        + " approved_sha256, published_at, version) values (nextval('postmortem_number'), 'Outage',"
                        + " 'author', 'PUBLISHED', 1, now(), 'reviewer', 'none', now(), 0) returning number",
                Long.class);
        String id = "PM-" + number + "-1";
        jdbc.update(
                "insert into action_item (id, postmortem, position, title, description, kind, priority,"
                        + " priority_proposed, owner, owner_proposed, due_date, due_date_proposed, done_in_document,"
                        + " status, due_date_cycle, armed_at, opened_at, version) values (?, ?, 1, ?, '', 'DETECT',"
                        + " 'P2', false, ?, false, ?, false, false, 'OPEN', 1, now(), now(), 0)",
                id,
                number,
                title,
                person,
                due);
        return id;
    }

    private List<Map<String, Object>> messages() {
        return jdbc.queryForList("select * from message where recipient = ? order by id", person);
    }

    private int waiting() {
        Integer count = jdbc.queryForObject(
                "select count(*) from notice where recipient = ? and handled_at is null", Integer.class, person);
        return count == null ? 0 : count;
    }

    private static String recipient(MimeMessage mail) {
        try {
            return String.valueOf(mail.getAllRecipients()[0]);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The forms of a mail, the plain one first. */
    private static List<String> types(MimeMessage mail) throws Exception {
        Object content = mail.getContent();
        while (content instanceof MimeMultipart parts && !parts.getContentType().contains("alternative")) {
            content = parts.getBodyPart(0).getContent();
        }
        MimeMultipart alternatives = (MimeMultipart) content;
        return IntStream.range(0, alternatives.getCount())
                .mapToObj(part -> type(alternatives, part))
                .toList();
    }

    private static String type(MimeMultipart parts, int part) {
        try {
            BodyPart body = parts.getBodyPart(part);
            Object content = body.getContent();
            return content instanceof MimeMultipart inner
                    ? type(inner, 0)
                    : body.getContentType().split(";")[0];
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
