package io.followthrough.document.lint;

import io.followthrough.document.RuleText;
import io.followthrough.document.RuleText.Measured;
import io.followthrough.document.RuleText.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the texts of the catalogue, which lie beside the rules as a resource; once, and only when asked for. */
public final class RuleTexts {

    private static final String TEXTS = "rules.yaml";
    private static final String MEASURED = "measured.csv";
    private static final int COLUMNS = 4;

    private RuleTexts() {}

    /** What is told about the rule. */
    public static RuleText of(Rule rule) {
        RuleText text = Loaded.TEXTS_BY_ID.get(rule.id());
        if (text == null) {
            throw new IllegalStateException("The catalogue has no text for " + rule.id());
        }
        return text;
    }

    /** Keeps the texts from being read before somebody asks for one. */
    private static final class Loaded {

        static final Map<String, RuleText> TEXTS_BY_ID = load();
    }

    private static Map<String, RuleText> load() {
        Map<?, ?> catalogue = new Yaml(new SafeConstructor(new LoaderOptions())).load(resource(TEXTS));
        Map<?, ?> sources = map(catalogue, "sources");
        Map<?, ?> rules = map(catalogue, "rules");
        Map<String, Measured> measured = measured();
        Map<String, RuleText> texts = new HashMap<>();
        for (Rule rule : Rules.all()) {
            Map<?, ?> told = map(rules, rule.id());
            texts.put(
                    rule.id(),
                    new RuleText(
                            rule.id(),
                            rule.group().title(),
                            rule.severity(),
                            rule.title(),
                            text(told, "reason"),
                            sources(told, sources),
                            text(told, "bad"),
                            text(told, "good"),
                            measured.get(rule.id())));
        }
        return Map.copyOf(texts);
    }

    private static List<Source> sources(Map<?, ?> told, Map<?, ?> all) {
        List<Source> sources = new ArrayList<>();
        if (told.get("sources") instanceof List<?> names) {
            for (Object name : names) {
                Map<?, ?> source = map(all, String.valueOf(name));
                sources.add(new Source(text(source, "name"), text(source, "url")));
            }
        }
        return sources;
    }

    /** The figures of the last measuring: rule, right, wrong, missed. */
    private static Map<String, Measured> measured() {
        Map<String, Measured> figures = new HashMap<>();
        resource(MEASURED).lines().skip(1).forEach(line -> {
            String[] cells = line.split(",");
            if (cells.length == COLUMNS) {
                figures.put(
                        cells[0],
                        new Measured(
                                Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Integer.parseInt(cells[3])));
            }
        });
        return figures;
    }

    private static Map<?, ?> map(Map<?, ?> parent, String name) {
        if (parent.get(name) instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("The catalogue of rules has no entry " + name);
    }

    private static String text(Map<?, ?> parent, String name) {
        Object text = parent.get(name);
        return text == null ? "" : text.toString().strip();
    }

    private static String resource(String name) {
        try (InputStream in = RuleTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The catalogue lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The catalogue cannot be read: " + name, e);
        }
    }
}
