package io.followthrough.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How often the reader and the linter are right on real postmortems that a careful person labelled. The texts belong to
 * others and are no part of the project; the test is skipped where they are not beside it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccuracyTest {

    private static final Path CORPUS = Path.of("../shared/corpus");

    /** Right and asked, by measure; a value where the label has none counts in {@link #invented}. */
    private final Map<String, int[]> exact = new TreeMap<>();

    private final List<String> invented = new ArrayList<>();
    private final int[] items = new int[3];
    private final int[] findings = new int[3];
    private int fromOthers;

    @BeforeAll
    void readEverything() throws IOException {
        assumeTrue(
                Files.exists(CORPUS.resolve("labels.json")),
                "Skipped: no labelled postmortems at ../shared/corpus, so that accuracy cannot be measured.");
        List<JsonNode> labels = new ArrayList<>();
        new ObjectMapper().readTree(CORPUS.resolve("labels.json").toFile()).forEach(labels::add);
        Set<String> known = new HashSet<>();
        labels.forEach(label -> known.addAll(texts(label.get("rules"))));
        for (JsonNode label : labels) {
            byte[] bytes = Files.readAllBytes(CORPUS.resolve(label.get("text").asText()));
            Reading reading = Documents.read(Documents.decode(bytes));
            if (label.get("is_postmortem").asBoolean()) {
                compare(label, reading, known);
            } else {
                fromOthers += reading.document().postmortem() ? 1 : 0;
                fromOthers += reading.document().actionItems().size();
            }
        }
    }

    @Test
    void findsTheActionItems() {
        double precision = (double) items[0] / (items[0] + items[1]);
        double recall = (double) items[0] / (items[0] + items[2]);

        assertThat(2 * precision * recall / (precision + recall)).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void readsWindowZoneDurationAndPercentExactlyAndInventsNothing() {
        assertThat(share("start")).isGreaterThanOrEqualTo(0.95);
        assertThat(share("end")).isGreaterThanOrEqualTo(0.95);
        assertThat(share("zone")).isGreaterThanOrEqualTo(0.95);
        assertThat(share("stated duration")).isGreaterThanOrEqualTo(0.95);
        assertThat(share("percent")).isGreaterThanOrEqualTo(0.95);
        assertThat(invented).isEmpty();
    }

    @Test
    void readsTimelineAndDetection() {
        assertThat(share("timeline")).isGreaterThanOrEqualTo(0.92);
        assertThat(share("detection time")).isGreaterThanOrEqualTo(0.90);
        assertThat(share("detection method")).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void findsWhatACarefulReviewerWouldRaise() {
        assertThat((double) findings[0] / (findings[0] + findings[1])).isGreaterThanOrEqualTo(0.95);
        assertThat((double) findings[0] / (findings[0] + findings[2])).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void proposesNothingFromTextsThatAreNoPostmortems() {
        assertThat(fromOthers).isZero();
    }

    private double share(String measure) {
        int[] count = exact.get(measure);
        return (double) count[0] / count[1];
    }

    private void compare(JsonNode label, Reading reading, Set<String> known) {
        compareItems(label, reading.document());
        ReadingView view = ReadingView.of(reading);
        List<String> starts = texts(label.get("start_candidates"));
        if (starts.isEmpty()) {
            exact(label, "start", text(label, "start"), view.incident().start());
        } else {
            count("start", starts.contains(view.incident().start()));
        }
        exact(label, "end", text(label, "end"), view.incident().end());
        exact(label, "zone", fold(text(label, "timezone")), fold(view.incident().zone()));
        exact(
                label,
                "stated duration",
                text(label, "duration_minutes"),
                Objects.toString(view.incident().statedDurationMinutes(), null));
        List<Double> percents = new ArrayList<>();
        label.path("users_affected_percent").forEach(value -> percents.add(value.asDouble()));
        exact(
                label,
                "percent",
                percents.isEmpty() ? null : percents.stream().sorted().toList().toString(),
                view.impact().usersAffectedPercent().isEmpty()
                        ? null
                        : view.impact().usersAffectedPercent().stream()
                                .sorted()
                                .toList()
                                .toString());
        told("detection time", text(label, "detected_at"), view.detection().at());
        String also = text(label, "detection_method_also");
        String method = view.detection().method();
        boolean other = also != null && also.equals(method);
        told("detection method", text(label, "detection_method"), other ? text(label, "detection_method") : method);
        int entries = label.path("timeline_entries").asInt();
        if (entries > 0) {
            int read = reading.document().timeline().size();
            count(
                    "timeline",
                    read == entries
                            || read == label.path("timeline_timestamped").asInt());
        }
        Set<String> expected = new HashSet<>(texts(label.get("rules")));
        Set<String> said = new HashSet<>();
        reading.findings().stream().map(Finding::rule).filter(known::contains).forEach(said::add);
        for (String rule : said) {
            findings[expected.contains(rule) ? 0 : 1]++;
        }
        findings[2] +=
                (int) expected.stream().filter(rule -> !said.contains(rule)).count();
    }

    private void exact(JsonNode label, String measure, String expected, String read) {
        if (expected != null) {
            count(measure, expected.equals(read));
        } else if (read != null && !read.isEmpty()) {
            invented.add(label.get("id").asText() + " " + measure + " " + read);
        }
    }

    private void told(String measure, String expected, String read) {
        if (expected != null) {
            count(measure, expected.equals(read));
        }
    }

    private void count(String measure, boolean right) {
        int[] count = exact.computeIfAbsent(measure, name -> new int[2]);
        count[0] += right ? 1 : 0;
        count[1]++;
    }

    private void compareItems(JsonNode label, PostmortemDocument document) {
        List<ProposedActionItem> left = new ArrayList<>(document.actionItems());
        List<String> tasks = texts(label.get("tasks"));
        int hits = take(left, tasks);
        take(left, texts(label.get("tasks_optional")));
        items[0] += hits;
        items[1] += left.size();
        items[2] += tasks.size() - hits;
    }

    private static int take(List<ProposedActionItem> left, List<String> labels) {
        int hits = 0;
        for (String label : labels) {
            ProposedActionItem match = left.stream()
                    .filter(item -> matches(fold(item.title() + " " + item.description()), fold(label)))
                    .findFirst()
                    .orElse(null);
            if (match != null) {
                left.remove(match);
                hits++;
            }
        }
        return hits;
    }

    private static boolean matches(String text, String label) {
        if (text.isEmpty() || label.isEmpty()) {
            return false;
        }
        if (text.startsWith(label) || label.startsWith(text)) {
            return true;
        }
        List<String> words = Arrays.asList(label.split(" "));
        Set<String> wanted = new HashSet<>(words);
        List<String> opening = Arrays.asList(text.split(" "));
        Set<String> common = new HashSet<>(opening.subList(0, Math.min(opening.size(), words.size() + 4)));
        common.retainAll(wanted);
        return wanted.size() >= 3 && (double) common.size() / wanted.size() >= 0.8;
    }

    /** Case, markup and punctuation do not count. */
    private static String fold(String text) {
        return text == null
                ? null
                : text.toLowerCase(Locale.ROOT)
                        .replaceAll("[`*_~\\[\\]()<>#|\"'“”‘’:;,.!?/\\\\-]+", " ")
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    private static String text(JsonNode label, String field) {
        JsonNode value = label.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (array != null) {
            array.forEach(value -> texts.add(value.asText()));
        }
        return texts;
    }
}
