package io.followthrough.document.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.document.DocumentReader;
import io.followthrough.document.Finding;
import io.followthrough.document.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFileTest {

    @TempDir
    private Path directory;

    @Test
    void weighsRulesAndTurnsThemOff() throws IOException {
        assertThat(severities("missing-title: off\nmissing-affected-percent: info\n"))
                .doesNotContain("missing-title")
                .contains("missing-affected-percent INFO");
    }

    @Test
    void takesTheSettingsBelowAHeading() throws IOException {
        assertThat(severities("# for all teams\nrules:\n  missing-affected-percent: Info\n"))
                .contains("missing-affected-percent INFO");
    }

    @Test
    void changesNothingWhenEmpty() throws IOException {
        assertThat(severities("# nothing yet\n")).contains("missing-title WARNING");
    }

    @Test
    void namesTheLineOfARuleThatDoesNotExist() throws IOException {
        Path file = file("rules.yaml", "# house rules\nmissing-title: off\nmissing-titel: off\n");

        assertThatThrownBy(() -> RulesFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rules.yaml, line 3")
                .hasMessageContaining("\"missing-titel\"");
    }

    @Test
    void namesTheLineOfASeverityThatDoesNotExist() throws IOException {
        Path yaml = file("rules.yaml", "missing-title: fatal\n");
        Path properties = file("rules.properties", "# ours\n\nmissing-title = fatal\n");

        assertThatThrownBy(() -> RulesFile.read(yaml))
                .hasMessageContaining("line 1")
                .hasMessageContaining("\"fatal\"");
        assertThatThrownBy(() -> RulesFile.read(properties))
                .hasMessageContaining("line 3")
                .hasMessageContaining("missing-title");
    }

    @Test
    void refusesARuleThatIsSetTwice() throws IOException {
        Path file = file("rules.yaml", "missing-title: off\nmissing-title: error\n");

        assertThatThrownBy(() -> RulesFile.read(file))
                .hasMessageContaining("line 2")
                .hasMessageContaining("twice");
    }

    @Test
    void refusesWhatIsNoListOfRules() throws IOException {
        Path list = file("list.yaml", "- missing-title\n");
        Path broken = file("broken.yaml", "missing-title: off\n  missing-affected-percent: [\n");
        Path endless = file("endless.yaml", "rules: &r\n  rules: *r\n");
        Path binary = Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> RulesFile.read(list)).hasMessageContaining("line 1");
        assertThatThrownBy(() -> RulesFile.read(broken)).hasMessageContaining("not YAML");
        assertThatThrownBy(() -> RulesFile.read(endless)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RulesFile.read(binary)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> RulesFile.read(directory.resolve("none.yaml"))).hasMessageContaining("cannot be read");
    }

    private List<String> severities(String rules) throws IOException {
        String text = Samples.text("plain-lines.txt")
                .replace("Postmortem: Photo Upload Standstill", "")
                .replace("Around 35% of our customers", "Some customers");
        List<Finding> findings =
                DocumentReader.withRulesOf(file("rules.yaml", rules)).read(text).findings();
        return findings.stream()
                .map(finding -> finding.rule() + " " + finding.severity())
                .toList();
    }

    private Path file(String name, String text) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
