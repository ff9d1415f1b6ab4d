package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.followthrough.document.Detection;
import io.followthrough.document.DetectionMethod;
import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.ProposedActionItem;
import io.followthrough.document.Reading;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words people use for what happened, who noticed, what went astray and what is to be done. */
class WordingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Reports of stuck lifts start to come in.         | CUSTOMER",
                "Guest phones at the desk kept ringing.           | CUSTOMER",
                "User reports the lift does not come.             | CUSTOMER",
                "Noticed doors opening between floors.            | ENGINEER",
                "Attempted a ride, received error from the panel. | ENGINEER",
                "One of our lift servers noticed a slow motor.    | MONITORING",
                "The night watchdog flagged a stuck motor.        | MONITORING"
            })
    void knowsWhoNoticedInOtherWords(String words, DetectionMethod method) {
        assertThat(detection("""
                ## Timeline
                - 09:10 UTC: %s
                - 09:40 UTC: The rail was oiled and the lift ran again.
                """.formatted(words)))
                .isEqualTo(new Detection(LocalDateTime.of(2025, 2, 3, 9, 10), method));
    }

    @Test
    void takesTheAlertThatFollowsForWhatWasNoticed() {
        assertThat(detection("""
                ## Timeline
                - 09:10 UTC: Issue detected.
                - 09:20 UTC: Monitoring alerts fire for both lifts.
                - 09:40 UTC: The rail was oiled.
                """))
                .isEqualTo(new Detection(LocalDateTime.of(2025, 2, 3, 9, 10), DetectionMethod.MONITORING));
    }

    @Test
    void asksNoAlertAnHourLaterWhoNoticed() {
        assertThat(detection("""
                ## Timeline
                - 09:10 UTC: Issue detected.
                - 10:30 UTC: Monitoring alerts fire for the other lift.
                - 10:40 UTC: The rail was oiled.
                """).method()).isNull();
    }

    @Test
    void findsTheAlertBelowTheTitleOfAnEntry() {
        assertThat(detection("""
                ## Timeline
                - **09:10 (UTC):** The Great Standstill
                  - Monitoring alerts rang like church bells.
                - **09:40 (UTC):** The Oiling
                  - Everybody rode again.
                """))
                .isEqualTo(new Detection(LocalDateTime.of(2025, 2, 3, 9, 10), DetectionMethod.MONITORING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PagerDuty woke the porter | MONITORING",
                "Pagers beeped in the lodge | MONITORING",
                "Carla found the issue while checking the doors | ENGINEER",
                "Noticed as I was riding by chance; no monitoring alert had come | ENGINEER"
            })
    void knowsWhoNoticedFromTheFirstStep(String step, DetectionMethod method) {
        assertThat(detection("""
                ## Timeline
                - 09:10 UTC: %s.
                - 09:40 UTC: The worn rope was discovered.
                """.formatted(step)))
                .isEqualTo(new Detection(LocalDateTime.of(2025, 2, 3, 9, 10), method));
    }

    @Test
    void knowsWhoNoticedFromWhoeverTellsTheStory() {
        assertThat(detection("## What happened\nThe repair was short once I became aware of it.\n")
                        .method())
                .isEqualTo(DetectionMethod.ENGINEER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Timeline\n- 09:20 UTC: We blame the motor, as ever.\n",
                "## Failed approaches\n- Two drops of oil\n"
            })
    void knowsAWrongTrackThatIsBlamedOrInAHeading(String told) {
        assertThat(rules(told)).doesNotContain("missing-misleading-paths");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pagers informed the porter on call.", "A monitoring alert notified the porters."})
    void takesAnAlertForNoCryForHelp(String alert) {
        assertThat(rules("## Timeline\n- 09:20 UTC: " + alert + "\n")).contains("missing-escalation");
    }

    @ParameterizedTest
    @CsvSource({
        "'We had not set up monitoring, so it was noticed when an engineer rode down', ENGINEER",
        "'It was not noticed before monitoring told an engineer', MONITORING"
    })
    void takesMonitoringThatWasMissingForNobodyWhoNoticed(String told, DetectionMethod method) {
        assertThat(detection("## Impact\n" + told + ".\n").method()).isEqualTo(method);
    }

    /** As short as the notes of a small team are. */
    @Test
    void knowsAnIncidentByWhatWasUnavailable() {
        Reading reading = Documents.read("""
                ### Summary

                Lift stood still after the power came back

                ### Impact

                The lift was unavailable until the porter manually restarted it on April 7th at 20:15.

                ### Remediation

                - Start the lift with the power
                """);

        assertThat(reading.document().postmortem()).isTrue();
        assertThat(reading.findings())
                .extracting(Finding::rule)
                .contains("missing-title")
                .doesNotContain("missing-resolution");
    }

    @Test
    void knowsACryForHelpInOtherWords() {
        assertThat(rules("## Timeline\n- 09:20 UTC: The porters reached out to team Ropes.\n"))
                .doesNotContain("missing-escalation");
    }

    @Test
    void takesTheDeclarationOfTheIncidentForItsDetection() {
        assertThat(detection("""
                ## Timeline
                - 09:10 UTC: Incident declared.
                - 09:15 UTC: The alerts point at the motor.
                - 09:40 UTC: The rail was oiled.
                """))
                .isEqualTo(new Detection(LocalDateTime.of(2025, 2, 3, 9, 10), DetectionMethod.MONITORING));
    }

    @Test
    void knowsWhoDetectedItFromAFactAtTheTop() {
        assertThat(Documents.read("""
                # Incident report: lift outage

                - **Date**: 2025-02-03
                - **Detected by**: No ride finished; queue at the door

                ## Impact
                Nobody could ride.

                ## Timeline
                - 09:40 UTC: The rail was oiled.

                ## Root cause
                Rust.
                """).document().detection().method()).isEqualTo(DetectionMethod.ENGINEER);
    }

    @Test
    void takesTheMomentFromTheSentenceWhereThereIsNoTimeline() {
        PostmortemDocument document = Documents.read("""
                # Lift outage

                At 5:30 AM one of our lift servers noticed a slow motor and stopped it, and the outage began for all
                riders.

                ## Root cause
                Rust.

                ## Resolution
                Oil.
                """).document();

        assertThat(document.detection())
                .isEqualTo(new Detection(null, null, LocalTime.of(5, 30), DetectionMethod.MONITORING));
    }

    @Test
    void asksForMoreThanThatItWasDetected() {
        assertThat(rules("""
                ## Timeline
                - 09:10 UTC: Issue was detected.
                - 09:40 UTC: The rail was oiled.
                """)).contains("missing-detection");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Initial investigation started.",
                "The recorder persisted the rides.",
                "The motor was incorrectly wired.",
                "The plan held an erroneous value.",
                "The fault is suspected to lie in the rail."
            })
    void takesNoWordThatOnlySoundsLikeAWrongTrackForOne(String words) {
        assertThat(rules(words)).contains("missing-misleading-paths");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Initial investigation focused on the door.",
                "We oiled the door but the problem persisted.",
                "The door was incorrectly blamed.",
                "We suspected a broken door.",
                "Plot twist: NOT the door.",
                "A misdirection: the door was a goose chase.",
                "The door log gave no useful hint."
            })
    void knowsAWrongTrackInOtherWords(String words) {
        assertThat(rules(words)).doesNotContain("missing-misleading-paths");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Riders that joined the queue late had to walk.",
                "On-call engineer paged.",
                "The security team drank coffee.",
                "The failures escalate with each floor."
            })
    void takesNoEscalationFromWhoIsOnlyNamed(String words) {
        assertThat(rules(words)).contains("missing-escalation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The mechanics joined the call.",
                "We paged the motor team.",
                "It went to the security team.",
                "Ada Moss was named as incident commander.",
                "Our motor provider was informed."
            })
    void knowsAnEscalationInOtherWords(String words) {
        assertThat(rules(words)).doesNotContain("missing-escalation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"The overall user experience got worse by 40%.", "We saw a 30% decrease in user engagement."})
    void takesNoShareOfWhatUsersFeelForAShareOfUsers(String words) {
        assertThat(rules("## Impact\n" + words)).contains("missing-affected-percent");
    }

    @Test
    void findsLinesThatBreakOffAtAWordWhichNeedsAnother() {
        assertThat(rules("""
                ## Timeline
                - 09:10 UTC: The riders waited for the
                - 09:40 UTC: The rail was oiled.
                """)).contains("unfinished-text");
        assertThat(rules("""
                The riders came in, waited for a long while; and
                then they walked.
                """)).doesNotContain("unfinished-text");
    }

    @Test
    void takesTheSentenceThatSaysWhatItWasDueTo() {
        PostmortemDocument document = Documents.read("""
                # Lift outage

                ## Summary
                On 2025-02-03 from 09:00 to 10:00 UTC riders met an outage due to a rusty rail.

                ## Timeline
                - 09:00 UTC: A rider reports it.
                - 10:00 UTC: The rail was oiled.
                """).document();

        assertThat(document.rootCause()).contains("rusty rail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Recovery actions", "Immediate fix", "Temporary fix applied", "Actions for recovery"})
    void takesWhatWasDoneUntilItRanAgainForTheResolution(String heading) {
        PostmortemDocument document = Documents.read("""
                # Postmortem: Lift outage

                ## Summary
                The lift was down for everybody on 2025-02-03 from 08:10 UTC to 10:40 UTC.

                ## Root cause
                Rust on the rail.

                ## %s
                1. Oiled the rail.

                ## Action items
                - Oil the rail each month
                """.formatted(heading)).document();

        assertThat(document.resolution()).isEqualTo("Oiled the rail.");
        assertThat(document.actionItems()).hasSize(1);
    }

    @Test
    void findsTheResolutionBelowItsRepeatedHeading() {
        assertThat(rules("""
                Resolution

                **Resolution**
                - Oil: the rail was oiled.
                """)).doesNotContain("missing-resolution");
    }

    @Test
    void takesSeveralTasksBelowATitleEachForItself() {
        assertThat(titles("""
                ## Corrective measures
                Rails:
                Oil the rail each week.
                Replace rusty parts at once.
                Doors:
                Test the door sensor each night.
                Add a second sensor.
                """))
                .containsExactly(
                        "Oil the rail each week.",
                        "Replace rusty parts at once.",
                        "Test the door sensor each night.",
                        "Add a second sensor.");
    }

    @Test
    void keepsOneTaskBelowATitleTogetherWithIt() {
        assertThat(titles("""
                ## Corrective measures
                Rail care:
                Oil the rail each week.
                Door care:
                Test the door sensor each night.
                """)).containsExactly("Rail care", "Door care");
    }

    @Test
    void takesANumberedNameOverDashesForNoTask() {
        assertThat(titles("""
                ## Corrective measures
                1. Rails:
                — Oil the rail each week.
                — Replace rusty parts at once.
                2. Doors:
                — Test the door sensor each night.
                """))
                .containsExactly(
                        "Oil the rail each week.", "Replace rusty parts at once.", "Test the door sensor each night.");
    }

    @Test
    void endsTheTasksWhereTheLetterEnds() {
        assertThat(titles("""
                ## Corrective measures
                The following are the actions we are taking to prevent recurrence:
                -we will oil the rail each week.
                -we agreed to test the door each night.

                We thank you for your patience.

                Sincerely,
                The Lift Team
                """)).hasSize(2);
    }

    @Test
    void takesEachSentenceOfAParagraphOfOrdersForATask() {
        assertThat(titles("""
                ## Action items
                Replace the rail. It is older than the house.
                """)).hasSize(1);
        assertThat(titles("""
                ## Action items
                Replace the rail. Test the door sensor each night.
                """)).containsExactly("Replace the rail.", "Test the door sensor each night.");
    }

    @Test
    void readsTheHeadingOfAnExerciseThatTellsWhatToWrite() {
        assertThat(titles("""
                Corrective and preventative measures must contain:
                - Oil the rail each week.
                """)).containsExactly("Oil the rail each week.");
    }

    @Test
    void takesTheLineBelowABulletThatEndsWithAColonForItsText() {
        assertThat(Documents.read(around("""
                ## Corrective measures
                - **Rail care:**
                Oil the rail each week.

                **- Door care:**
                Test the door sensor each night.
                """)).document().actionItems())
                .extracting(ProposedActionItem::title, ProposedActionItem::description)
                .containsExactly(
                        tuple("Rail care", "Oil the rail each week."),
                        tuple("Door care", "Test the door sensor each night."));
    }

    @Test
    void takesABulletThatNamesTheMeasuresForTheirHeading() {
        assertThat(titles("""
                ## Actions taken
                - **Preventative measures:**

                - Oil the rail each week.
                - Test the door sensor each night.
                """)).containsExactly("Oil the rail each week.", "Test the door sensor each night.");
    }

    @Test
    void endsAnIndentedListWhereTheTextReturnsToTheMargin() {
        assertThat(titles("""
                ## Corrective measures
                We take the following steps:

                    Replacing the rusty rail on every floor of the house, be it new or old, before the summer
                    Testing the door sensor
                    Oiling the rail

                A lift is a joyful thing to ride when it does not stand still between floors.
                """))
                .containsExactly(
                        "Replacing the rusty rail on every floor of the house, be it new or old, before the summer",
                        "Testing the door sensor",
                        "Oiling the rail");
    }

    @Test
    void takesNoParagraphAboveTheListsForAMeasure() {
        assertThat(titles("""
                ## Corrective and preventive measures
                Two days later we sat together to find what could be done better.

                **Areas of improvement**
                - Oil the rail each week.
                """)).containsExactly("Oil the rail each week.");
    }

    @Test
    void takesWhatDidNotGoWellForNoTask() {
        assertThat(titles("""
                ## Learnings and next steps
                - **What Didn't Go Well:**
                  - The rail could have been oiled before.
                - **Next steps:**
                  - Oil the rail each week.
                """)).containsExactly("Oil the rail each week.");
    }

    @Test
    void seesWhoRanIntoIt() {
        assertThat(detection("""
                ## Debugging
                Ada Moss encountered the problem at approximately 09:20 UTC on her way up.
                """))
                .isEqualTo(new Detection(LocalDateTime.of(2025, 2, 3, 9, 20), DetectionMethod.ENGINEER));
    }

    @Test
    void takesTheFindingOfTheCauseForNoDetection() {
        assertThat(detection("""
                ## Timeline
                - 09:10 UTC: The panel shows "out of order".
                - 09:30 UTC: Root cause identified: rust.
                - 09:40 UTC: The rail was oiled.
                """).at()).isEqualTo(LocalDateTime.of(2025, 2, 3, 9, 10));
    }

    @Test
    void asksHowItWasNoticedWhereOnlyItsDelayIsTold() {
        assertThat(rules("""
                ## Timeline
                - 09:40 UTC: The rail was oiled.

                ## Stats
                - Time to detection: 60 minutes
                """)).contains("missing-detection");
    }

    @Test
    void readsStepsOfWhichOnlyTheHourWasLeftOpen() {
        assertThat(Documents.read("""
                # Lift outage

                ## Timeline
                | Time | Event |
                | --- | --- |
                | 2025-02-03 HH:mm | The lift stood still |
                | 2025-02-03 HH:mm | A rider reported it |
                | 2025-02-03 HH:mm | The door was checked |
                | 2025-02-04 HH:mm | Rust was found on the rail |
                | 2025-02-04 HH:mm | The rail was oiled |

                ## Root cause
                Rust.

                ## Action items
                - Oil the rail each week.
                """).document().actionItems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was an intern who bypassed standard procedures.",
                "Then the operator wrongly typed the name of the other lift."
            })
    void knowsBlameInOtherWords(String words) {
        assertThat(rules(words)).contains("blame-language");
    }

    private static Detection detection(String body) {
        return Documents.read(around(body)).document().detection();
    }

    private static List<String> rules(String body) {
        return Documents.read(around(body)).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private static List<String> titles(String body) {
        return Documents.read(around(body)).document().actionItems().stream()
                .map(ProposedActionItem::title)
                .toList();
    }

    private static String around(String body) {
        return """
                # Postmortem: Lift outage

                ## Summary
                The lift was out of service on 2025-02-03 from 09:00 UTC to 10:00 UTC.

                ## Root cause
                Rust on the rail.

                """ + body;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rides were 75% slower; around 65% of guests walked.  | 65",
                "A 30% degradation for each ride. Users were late.    | ",
                "The rust led to a 100% outage.                       | 100",
                "A 40% outage is what we call a bad day.              | "
            })
    void readsSharesOfUsersAndNotOfSpeed(String words, Double percent) {
        List<Double> found = Documents.read(around("## Impact\n" + words + "\n"))
                .document()
                .impact()
                .usersAffectedPercent();

        assertThat(found).isEqualTo(percent == null ? List.of() : List.of(percent));
    }

    @Test
    void readsTheShareOfUsersAmongTheFigures() {
        assertThat(Documents.read(around("## Metrics\n- **Users affected**: 50%\n- **Rides lost**: n/a\n"))
                        .document()
                        .impact()
                        .usersAffectedPercent())
                .containsExactly(50.0);
    }

    @Test
    void takesAStepThatLooksWhetherItRunsForNoEnd() {
        assertThat(Documents.read("""
                # Postmortem: Lift outage

                ## Summary
                The lift was out of service on 2025-02-03 at 09:00 UTC.

                ## Timeline
                - 09:00 UTC: The lift stops.
                - 09:05 UTC: Ensuring the motor is up and running.
                - 09:40 UTC: The lift is running normally now.

                ## Root cause
                Rust on the rail.
                """).document().incident().end()).isEqualTo("2025-02-03T09:40");
    }

    @Test
    void findsTheCauseInWhatItCaused() {
        assertThat(Documents.read("""
                # Postmortem: Lift outage

                ## Summary
                Leaves filled the shaft, causing the motor to fail on 2025-02-03 from 09:00 UTC to 10:00 UTC.

                ## Action items
                - Sweep the shaft each autumn
                """).document().rootCause()).startsWith("Leaves filled the shaft");
    }

    @Test
    void takesTheGreetingOfAChatForNoTitle() {
        assertThat(Documents.read("""
                Sure, here is a postmortem on a lift that meets the requirements:

                Summary
                The lift was out of service on 2025-02-03 from 09:00 UTC to 10:00 UTC.

                Root cause
                Rust on the rail.
                """).document().title()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The rust was discovered during the yearly audit of the house.",
                "It was noticed by chance, when one of the group members wanted to ride in the morning.",
                "Noticed while the hall was swept.",
                "Ticket: I saw this myself."
            })
    void knowsThatOneOfThoseWhoMendCameUponIt(String words) {
        assertThat(detection("## Story\n" + words + "\n").method()).isEqualTo(DetectionMethod.ENGINEER);
    }

    @Test
    void readsNoShareOfUsersFromLessActivity() {
        assertThat(Documents.read(around("## Impact\nA 30% reduction in user activity, and gaps for all users.\n"))
                        .document()
                        .impact()
                        .usersAffectedPercent())
                .isEmpty();
    }
}
