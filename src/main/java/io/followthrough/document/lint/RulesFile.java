package io.followthrough.document.lint;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads rule settings from a YAML or properties file: one rule and its severity or {@code off} per line, in YAML also
 * below {@code rules:}. The command line and the server read the same file.
 */
public final class RulesFile {

    private RulesFile() {}

    /** @throws IllegalArgumentException saying what is wrong with the file, in which line and with which rule */
    public static RuleSettings read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The rules file " + file + " is no text in UTF-8.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The rules file " + file + " cannot be read.", e);
        }
        List<Entry> entries = file.toString().endsWith(".properties") ? properties(text) : yaml(file, text);
        return settings(file, entries);
    }

    private static RuleSettings settings(Path file, List<Entry> entries) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Entry entry : entries) {
            try {
                RuleSettings.of(Map.of(entry.rule(), entry.weight()));
            } catch (IllegalArgumentException e) {
                throw refusal(file, entry.line(), String.valueOf(e.getMessage()), e);
            }
            if (values.put(entry.rule(), entry.weight()) != null) {
                throw refusal(file, entry.line(), "Rule \"" + entry.rule() + "\" is set twice.", null);
            }
        }
        return RuleSettings.of(values);
    }

    private static List<Entry> properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
        List<String> lines = text.lines().map(String::strip).toList();
        List<Entry> entries = new ArrayList<>();
        for (String rule : properties.stringPropertyNames()) {
            int line = 1;
            while (line < lines.size() && !lines.get(line - 1).startsWith(rule)) {
                line++;
            }
            entries.add(new Entry(rule, properties.getProperty(rule).strip(), line));
        }
        return entries;
    }

    private static List<Entry> yaml(Path file, String text) {
        Node content;
        try {
            content = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw refusal(file, line, "This is not YAML.", e);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("The rules file " + file + " is not YAML.", e);
        }
        return content == null ? List.of() : entries(file, content, new HashSet<>());
    }

    private static List<Entry> entries(Path file, Node content, Set<Node> above) {
        if (!(content instanceof MappingNode mapping) || !above.add(content)) {
            throw refusal(file, lineOf(content), "One \"rule: severity\" per line is expected here.", null);
        }
        List<Entry> entries = new ArrayList<>();
        for (NodeTuple pair : mapping.getValue()) {
            String rule = scalar(file, pair.getKeyNode());
            if (rule.equals("rules")) {
                entries.addAll(entries(file, pair.getValueNode(), above));
            } else {
                // The text and not the value: YAML reads a bare "off" as false.
                entries.add(new Entry(rule, scalar(file, pair.getValueNode()), lineOf(pair.getKeyNode())));
            }
        }
        return entries;
    }

    private static String scalar(Path file, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refusal(file, lineOf(node), "One \"rule: severity\" per line is expected here.", null);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static IllegalArgumentException refusal(Path file, int line, String problem, @Nullable Throwable cause) {
        return new IllegalArgumentException("The rules file " + file + ", line " + line + ": " + problem, cause);
    }

    /** One rule of the file with its weight, as written. */
    private record Entry(String rule, String weight, int line) {}
}
