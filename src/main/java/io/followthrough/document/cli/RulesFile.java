package io.followthrough.document.cli;

import io.followthrough.document.lint.RuleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads rule settings from a YAML or properties file: one rule and its severity or {@code off} per line. */
final class RulesFile {

    private RulesFile() {}

    /** @throws IllegalArgumentException saying what is wrong with the file */
    static RuleSettings read(Path file) {
        try {
            String text = Files.readString(file);
            return RuleSettings.of(file.toString().endsWith(".properties") ? properties(text) : yaml(text));
        } catch (IOException e) {
            throw new IllegalArgumentException("The rules file " + file + " cannot be read.", e);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("The rules file " + file + " is not YAML.", e);
        }
    }

    private static Map<?, ?> properties(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new java.io.StringReader(text));
        return properties;
    }

    private static Map<?, ?> yaml(String text) {
        Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        if (content == null) {
            return Map.of();
        }
        if (content instanceof Map<?, ?> map) {
            return map.get("rules") instanceof Map<?, ?> rules ? rules : map;
        }
        throw new IllegalArgumentException("The rules file must hold one \"rule: severity\" per line.");
    }
}
