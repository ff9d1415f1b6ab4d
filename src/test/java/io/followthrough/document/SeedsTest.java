package io.followthrough.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five documents the reader was first made for; they belong to others and stay outside of the project. */
class SeedsTest {

    private static final Path SEEDS = Path.of("..", "shared", "seeds");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "none",
            value = {
                "000, 2023-11-12T14:00, 2023-11-12T17:00, GMT,  60,    9, 5, 5, 2023-11-12T14:15, MONITORING",
                "001, 2024-05-05T15:00, 2024-05-06T09:00, UTC,  80,    8, 3, 2, 2024-05-05T15:00, MONITORING",
                "002, 2023-11-08T15:00, 2023-11-08T17:00, EAT,  none,  8, 4, 4, 2023-11-08T15:00, MONITORING",
                "003, 2024-08-10T10:30, 2024-08-10T13:15, EST,  70;40, 10, 4, 3, 2024-08-10T10:30, MONITORING",
                "004, 2024-05-10T09:00, 2024-05-10T12:00, none, none,  9, 5, 0, 2024-05-10T09:00, CUSTOMER"
            })
    void readsTheWindowTheTimelineAndTheItems(
            String seed,
            LocalDateTime start,
            LocalDateTime end,
            @Nullable String zone,
            @Nullable String percents,
            int timeline,
            int items,
            int improvements,
            LocalDateTime detected,
            DetectionMethod method)
            throws IOException {
        Reading reading = read(seed);

        PostmortemDocument document = reading.document();
        assertThat(document.postmortem()).isTrue();
        assertThat(document.incident().start()).isEqualTo(start);
        assertThat(document.incident().end()).isEqualTo(end);
        assertThat(document.incident().zone()).isEqualTo(zone);
        assertThat(document.impact().usersAffectedPercent()).isEqualTo(numbers(percents));
        assertThat(document.timeline()).hasSize(timeline).allMatch(entry -> entry.at() != null);
        assertThat(document.actionItems())
                .hasSize(items)
                .noneMatch(item -> item.title().isBlank());
        assertThat(document.improvements()).hasSize(improvements);
        assertThat(document.detection()).isEqualTo(new Detection(detected, method));
        assertThat(document.impact().text()).isNotBlank();
        assertThat(document.rootCause()).isNotBlank();
        assertThat(document.resolution()).isNotBlank();
        assertThat(reading.hasErrors()).isFalse();
    }

    private static List<Double> numbers(@Nullable String percents) {
        return percents == null
                ? List.of()
                : Stream.of(percents.split(";")).map(Double::valueOf).toList();
    }

    private static Reading read(String seed) throws IOException {
        assumeTrue(Files.isDirectory(SEEDS), "skipped: the seed documents are not at " + SEEDS);
        try (Stream<Path> files = Files.list(SEEDS)) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith(seed))
                    .findFirst()
                    .orElseThrow();
            return Documents.read(Documents.decode(Files.readAllBytes(file)));
        }
    }
}
