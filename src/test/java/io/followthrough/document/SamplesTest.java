package io.followthrough.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own texts, one for each layout people use. */
class SamplesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "none",
            value = {
                "plain-lines.txt,      2025-03-04T13:00, 2025-03-04T15:00, GMT,  35,    6, 3, 2, 2025-03-04T13:20",
                "indented-lists.txt,   2025-06-09T22:00, 2025-06-10T06:00, UTC,  55,    5, 2, 2, 2025-06-09T22:00",
                "under-assignment.txt, 2024-09-03T07:00, 2024-09-03T09:30, CAT,  none,  5, 2, 2, 2024-09-03T07:00",
                "markdown.md,          2025-07-14T11:40, 2025-07-14T13:15, EDT,  65;20, 5, 3, 2, 2025-07-14T11:40",
                "titled-lines.txt,     2025-01-30T08:00, 2025-01-30T10:00, none, none,  4, 3, 0, 2025-01-30T08:00"
            })
    void readsEveryLayout(
            String file,
            LocalDateTime start,
            LocalDateTime end,
            @Nullable String zone,
            @Nullable String percents,
            int timeline,
            int items,
            int improvements,
            LocalDateTime detected) {
        Reading reading = Samples.read(file);

        PostmortemDocument document = reading.document();
        assertThat(document.postmortem()).isTrue();
        assertThat(document.incident().start()).isEqualTo(start);
        assertThat(document.incident().end()).isEqualTo(end);
        assertThat(document.incident().zone()).isEqualTo(zone);
        assertThat(document.impact().usersAffectedPercent()).isEqualTo(numbers(percents));
        assertThat(document.timeline()).hasSize(timeline).allMatch(entry -> entry.at() != null);
        assertThat(document.actionItems()).hasSize(items);
        assertThat(document.improvements()).hasSize(improvements);
        assertThat(document.detection().at()).isEqualTo(detected);
        assertThat(document.rootCause()).isNotBlank();
        assertThat(document.resolution()).isNotBlank();
        assertThat(reading.hasErrors()).isFalse();
    }

    @Test
    void splitsTitleAndDescriptionOfALineWithoutBullet() {
        assertThat(Samples.read("plain-lines.txt").document().actionItems().get(0))
                .isEqualTo(new ProposedActionItem(
                        "Delete Old Thumbnails",
                        "Add a nightly job that deletes thumbnails older than 30 days.",
                        null,
                        null,
                        null,
                        false,
                        null,
                        27,
                        1));
    }

    @Test
    void leavesTheAssignmentAboveTheReportOut() {
        PostmortemDocument document = Samples.read("under-assignment.txt").document();

        assertThat(document.title()).isNull();
        assertThat(document.actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly(
                        "Refuse price lists whose year is over.",
                        "Send a new price list to one machine and buy a ticket there first.");
    }

    @Test
    void doesNotTakeWhatWasDoneDuringTheOutageForAnActionItem() {
        assertThat(Samples.read("titled-lines.txt").document().actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Contracts", "Time Limit", "Rehearsal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkout-memory-leak.md", "dns-expiry.txt"})
    void findsNothingWrongWithTheDemoDocuments(String file) {
        Reading reading = Samples.read(file);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.document().title()).isNotBlank();
        assertThat(reading.document().incident().durationMinutes())
                .isEqualTo(reading.document().incident().statedDurationMinutes());
        assertThat(reading.document().actionItems()).hasSizeBetween(3, 5).allSatisfy(item -> {
            assertThat(item.owner()).isNotNull();
            assertThat(item.priority()).matches("P[0-4]");
            assertThat(item.due()).isAfter(LocalDate.of(2026, 1, 1));
            assertThat(item.title()).doesNotContain("owner", "P1");
        });
    }

    private static List<Double> numbers(@Nullable String percents) {
        return percents == null
                ? List.of()
                : Stream.of(percents.split(";")).map(Double::valueOf).toList();
    }
}
