package io.followthrough.document.lint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Puts the excerpts of the catalogue into the sample postmortem beside it, so that they can be linted. */
final class CatalogueExample {

    private static final Set<String> WHOLE = Set.of("missing-title", "not-a-postmortem");

    private CatalogueExample() {}

    /** The sample with the sections of the excerpt in place of its own; the excerpt alone where it is a whole text. */
    static String document(String rule, String excerpt) {
        if (WHOLE.contains(rule)) {
            return excerpt;
        }
        Map<String, String> merged = new LinkedHashMap<>(sections(sample()));
        sections(excerpt).forEach((heading, text) -> {
            // There is one title only, and it stands first.
            String title = merged.keySet().iterator().next();
            merged.put(heading.startsWith("# ") ? title : heading, text);
        });
        return String.join("\n", merged.values());
    }

    static String sample() {
        try (InputStream in = RuleTexts.class.getResourceAsStream("sample.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of each section with its heading, by heading. */
    private static Map<String, String> sections(String text) {
        Map<String, String> sections = new LinkedHashMap<>();
        String heading = "";
        for (String line : text.split("\n", -1)) {
            heading = line.startsWith("# ") || line.startsWith("## ") ? line : heading;
            sections.merge(heading, line + "\n", String::concat);
        }
        return sections;
    }
}
