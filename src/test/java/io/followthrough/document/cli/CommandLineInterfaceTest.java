package io.followthrough.document.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.document.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineInterfaceTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void isAskedForByItsFirstArgumentOnly() {
        assertThat(CommandLineInterface.isAskedFor(new String[] {"lint", "x.md"}))
                .isTrue();
        assertThat(CommandLineInterface.isAskedFor(new String[] {"--server.port=0", "lint"}))
                .isFalse();
        assertThat(CommandLineInterface.isAskedFor(new String[0])).isFalse();
    }

    @Test
    void printsFindingsAsCompilersDo() throws IOException {
        String file = file("a.txt", Samples.text("under-assignment.txt"));

        assertThat(run("", "lint", file)).isZero();

        assertThat(out()).contains(file + ":34:1: info: No action item has an owner. [action-item-without-owner]");
        assertThat(out()).contains(file + ":1:1: warning: The document has no title; ");
    }

    @Test
    void printsOneObjectPerFileInTheShapeScriptsRelyOn() throws IOException {
        String first = file("a.txt", Samples.text("plain-lines.txt"));
        String second = file("b.md", Samples.text("titled-lines.txt"));

        assertThat(run("", "lint", "--format", "json", first, second)).isZero();

        List<String> lines = out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode json = new ObjectMapper().readTree(lines.get(0));
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "file",
                        "postmortem",
                        "title",
                        "incident",
                        "impact",
                        "detection",
                        "timeline",
                        "rootCause",
                        "resolution",
                        "improvements",
                        "actionItems",
                        "findings",
                        "suppressed");
        assertThat(json.get("incident").toString())
                .isEqualTo(
                        "{\"start\":\"2025-03-04T13:00\",\"end\":\"2025-03-04T15:00\",\"zone\":\"GMT\",\"zoneId\":\"Etc/GMT\","
                                + "\"durationMinutes\":120,\"statedDurationMinutes\":120}");
        assertThat(json.at("/impact/usersAffectedPercent").toString()).isEqualTo("[35]");
        assertThat(json.get("detection").toString())
                .isEqualTo("{\"at\":\"2025-03-04T13:20\",\"method\":\"monitoring\"}");
        assertThat(json.at("/timeline/0").toString())
                .isEqualTo(
                        "{\"at\":\"2025-03-04T13:00\",\"text\":\"First uploads fail, nobody sees it.\",\"line\":10,\"column\":14}");
        assertThat(json.at("/actionItems/0").fieldNames())
                .toIterable()
                .containsExactly(
                        "title", "description", "owner", "priority", "due", "done", "ticket", "line", "column");
        assertThat(json.at("/actionItems/0/owner").isNull()).isTrue();
        assertThat(json.at("/findings/0").fieldNames())
                .toIterable()
                .containsExactly("rule", "severity", "message", "line", "column", "length", "related", "fix");
        assertThat(new ObjectMapper()
                        .readTree(lines.get(1))
                        .at("/incident/zone")
                        .isNull())
                .isTrue();
    }

    @Test
    void readsTheStandardInput() {
        assertThat(run(Samples.text("markdown.md"), "lint", "--format=json", "-"))
                .isZero();

        assertThat(out()).startsWith("{\"file\":\"<stdin>\",\"postmortem\":true");
    }

    @Test
    void leavesWithOneWhenAFindingIsAnError() throws IOException {
        assertThat(run("", "lint", file("readme.md", "# Not one\n\nHello.\n"))).isEqualTo(1);

        assertThat(out())
                .contains("error: This does not read like a postmortem")
                .contains("[not-a-postmortem]");
    }

    @Test
    void leavesWithTwoWhenAFileCannotBeReadAndReadsTheOthers() throws IOException {
        Path binary = directory.resolve("picture.png");
        Files.write(binary, new byte[] {1, 0, 2});
        String good = file("a.txt", Samples.text("plain-lines.txt"));

        assertThat(run("", "lint", directory.resolve("none.md").toString(), binary.toString(), good))
                .isEqualTo(2);

        assertThat(err()).contains("none.md: The file cannot be read", "picture.png: The file is not text");
        assertThat(out()).contains("a.txt:");
    }

    @Test
    void leavesWithTwoForUnusableArguments() throws IOException {
        assertThat(run("", "lint")).isEqualTo(2);
        assertThat(err()).contains("Name at least one file");
        assertThat(run("", "lint", "--format", "xml", "a.md")).isEqualTo(2);
        assertThat(run("", "lint", "--rules", directory.resolve("none.yaml").toString(), "-"))
                .isEqualTo(2);
        assertThat(run("", "lint", "--rules", file("bad.yaml", "no-such-rule: off"), "-"))
                .isEqualTo(2);
        assertThat(err()).contains("no-such-rule");
        assertThat(run("", "lint", "--rules", file("evil.yaml", "!!javax.script.ScriptEngineManager []"), "-"))
                .isEqualTo(2);
    }

    @Test
    void takesSeveritiesFromAFile() throws IOException {
        String text = Samples.text("titled-lines.txt");

        assertThat(run(
                        text,
                        "lint",
                        "--rules",
                        file("r.yaml", "missing-time-zone: error\nmissing-escalation: off\n"),
                        "-"))
                .isEqualTo(1);
        assertThat(out()).contains("error: No time zone").doesNotContain("missing-escalation");

        assertThat(run(text, "lint", "--rules", file("r.properties", "missing-time-zone=info"), "-"))
                .isZero();
    }

    @Test
    void explainsItself() {
        assertThat(run("", "lint", "--help")).isZero();
        assertThat(run("", "lint", "--version")).isZero();
        assertThat(run("", "lint", "--list-rules")).isZero();

        assertThat(out()).contains("--format", "Exit codes", "followthrough", "duration-mismatch");
    }

    @Test
    void printsSarif() throws IOException {
        assertThat(run(Samples.text("plain-lines.txt"), "lint", "--format=sarif", "--stdin-name", "pm.txt", "-"))
                .isZero();

        assertThat(new ObjectMapper()
                        .readTree(out())
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("pm.txt");
    }

    @Test
    void sumsUpAtTheEndOfTextOnly() throws IOException {
        String file = file("a.txt", Samples.text("plain-lines.txt"));

        run("", "lint", file);
        assertThat(err()).contains("1 file, 0 errors, ");
        err.reset();
        run("", "lint", "--format=json", file);
        run("", "lint", "--quiet", file);

        assertThat(err()).isEmpty();
    }

    @Test
    void lintsAThousandFilesInTheirOrder() throws IOException {
        String text = Samples.text("plain-lines.txt");
        for (int i = 1000; i < 2000; i++) {
            file(i + ".txt", text);
        }

        assertThat(run("", "lint", "--format=json", directory.toString())).isZero();

        assertThat(out().lines().map(line -> line.replaceAll(".*?(\\d{4})\\.txt.*", "$1")))
                .hasSize(1000)
                .isSorted();
    }

    @Test
    void explainsARuleAndProposesNearNames() {
        assertThat(run("", "lint", "--explain", "duration-mismatch")).isZero();
        assertThat(out())
                .startsWith("duration-mismatch (warning)")
                .contains("Found here:", "Not here:", "Sources:", "Measured on labelled postmortems:");

        assertThat(run("", "lint", "--explain", "duration-missmatch")).isEqualTo(2);
        assertThat(err()).contains("There is no rule \"duration-missmatch\". Did you mean duration-mismatch");
    }

    @Test
    void findsTheRulesFileAboveButNotOutsideTheRepository() throws IOException {
        Path rules = Files.writeString(directory.resolve(".followthrough.yaml"), "missing-title: off\n");
        Path deep = Files.createDirectories(directory.resolve("checkout/docs/postmortems"));

        assertThat(RulesLookup.near(deep)).isEqualTo(rules);
        Files.createDirectory(directory.resolve("checkout/.git"));
        assertThat(RulesLookup.near(deep)).isNull();
    }

    @Test
    void completesOptionsAndRulesInBash() throws Exception {
        Path bash = Path.of("/bin/bash");
        assumeTrue(Files.isExecutable(bash), "There is no bash here to complete in");
        assertThat(run("", "completion", "bash")).isZero();
        String script = file("completion.sh", out());

        assertThat(completed(bash, script, "lint --explain percent-")).contains("percent-contradiction");
        assertThat(completed(bash, script, "lint --form")).contains("--format");
        assertThat(completed(bash, script, "lint --format sa")).contains("sarif");
        assertThat(completed(bash, script, "comp")).contains("completion");
    }

    private static String completed(Path bash, String script, String typed) throws Exception {
        String words = "followthrough " + typed;
        String ask = "source '" + script + "'; COMP_WORDS=(" + words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                + "_complete_followthrough; echo \"${COMPREPLY[@]}\"";
        Process shell = new ProcessBuilder(bash.toString(), "-c", ask)
                .redirectErrorStream(true)
                .start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private int run(String input, String... args) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return CommandLineInterface.run(args, in, new PrintStream(out), new PrintStream(err));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
