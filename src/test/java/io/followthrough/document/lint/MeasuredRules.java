package io.followthrough.document.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.RuleText.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts in how many labelled postmortems each rule and the careful reader agree. */
final class MeasuredRules {

    private static final Path CORPUS = Path.of("..", "shared", "corpus");

    private MeasuredRules() {}

    static boolean possible() {
        return Files.exists(CORPUS.resolve("labels.json"));
    }

    /** Right, wrong and missed of every rule that a label speaks of, in the order of the catalogue. */
    static Map<String, Measured> measure() throws IOException {
        JsonNode labels =
                new ObjectMapper().readTree(CORPUS.resolve("labels.json").toFile());
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (JsonNode label : labels) {
            label.get("rules").forEach(rule -> counts.put(rule.asText(), new int[3]));
        }
        for (JsonNode label : labels) {
            if (label.get("is_postmortem").asBoolean()) {
                count(label, counts);
            }
        }
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (Rule rule : Rules.all()) {
            int[] count = counts.get(rule.id());
            if (count != null) {
                measured.put(rule.id(), new Measured(count[0], count[1], count[2]));
            }
        }
        return measured;
    }

    private static void count(JsonNode label, Map<String, int[]> counts) throws IOException {
        Set<String> expected = new TreeSet<>();
        label.get("rules").forEach(rule -> expected.add(rule.asText()));
        byte[] bytes = Files.readAllBytes(CORPUS.resolve(label.get("text").asText()));
        Set<String> said = Documents.read(Documents.decode(bytes)).findings().stream()
                .map(Finding::rule)
                .collect(Collectors.toSet());
        counts.forEach((rule, count) -> {
            if (said.contains(rule)) {
                count[expected.contains(rule) ? 0 : 1]++;
            } else if (expected.contains(rule)) {
                count[2]++;
            }
        });
    }

    static String csv(Map<String, Measured> measured) {
        StringBuilder csv = new StringBuilder("rule,right,wrong,missed\n");
        measured.forEach((rule, figures) ->
                csv.append("%s,%d,%d,%d\n".formatted(rule, figures.right(), figures.wrong(), figures.missed())));
        return csv.toString();
    }
}
