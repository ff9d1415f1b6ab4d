package io.followthrough.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.document.DocumentReader;
import io.followthrough.document.ReadingView;
import io.followthrough.document.Samples;
import io.followthrough.document.cli.CommandLineInterface;
import io.followthrough.platform.FollowthroughProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** One rules file makes the server and the command line say the same. */
class SameRulesFileTest {

    private static final String ANSWERED = "\n<!-- followthrough: ignore missing-escalation -- nobody was called -->\n";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rules.yaml; missing-title: off\\nmissing-affected-percent: error\\naction-item-without-owner: warning\\n",
                "rules.yml; # of the house\\nrules:\\n  missing-title: off\\n  missing-affected-percent: error\\n  action-item-without-owner: warning\\n",
                "rules.properties; missing-title = off\\nmissing-affected-percent = error\\naction-item-without-owner = warning\\n",
            })
    void saysTheSameOnTheServerAndOnTheCommandLine(String name, String rules) throws IOException {
        Path file = Files.writeString(directory.resolve(name), rules.replace("\\n", "\n"));
        DocumentReader server = server(file);
        List<String> all = new ArrayList<>();

        for (String sample : List.of("under-assignment.txt", "plain-lines.txt", "titled-lines.txt", "markdown.md")) {
            String text = Samples.text(sample) + ANSWERED;
            List<String> onServer = findings(new ObjectMapper().valueToTree(ReadingView.of(server.read(text))));

            assertThat(findings(commandLine(file, text))).as(sample).isEqualTo(onServer);
            all.addAll(onServer);
        }
        assertThat(all)
                .noneMatch(finding -> finding.contains("missing-title"))
                .anyMatch(finding -> finding.contains("error missing-affected-percent"))
                .anyMatch(finding -> finding.contains("warning action-item-without-owner"))
                .anyMatch(finding -> finding.contains("nobody was called"));
    }

    /** As the application is told by {@code followthrough.rules-file}. */
    private static DocumentReader server(Path rules) {
        FollowthroughProperties properties = new Binder(
                        new MapConfigurationPropertySource(Map.of("followthrough.rules-file", rules.toString())))
                .bindOrCreate("followthrough", FollowthroughProperties.class);
        return new DocumentReaderConfiguration().documentReader(properties);
    }

    private static JsonNode commandLine(Path rules, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path document = Files.writeString(rules.resolveSibling("document.txt"), text);
        CommandLineInterface.run(
                new String[] {"lint", "--rules", rules.toString(), "--format", "json", document.toString()},
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private static List<String> findings(JsonNode reading) {
        List<String> told = new ArrayList<>();
        reading.path("findings").forEach(finding -> told.add(told(finding)));
        reading.path("suppressed")
                .forEach(each -> told.add(
                        told(each.path("finding")) + " " + each.path("reason").asText()));
        return told;
    }

    private static String told(JsonNode finding) {
        return "%s %s %s:%s %s"
                .formatted(
                        finding.path("severity").asText(),
                        finding.path("rule").asText(),
                        finding.path("line").asText(),
                        finding.path("column").asText(),
                        finding.path("message").asText());
    }
}
