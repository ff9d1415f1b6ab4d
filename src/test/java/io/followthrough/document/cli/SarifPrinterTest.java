package io.followthrough.document.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.Finding.Fix;
import io.followthrough.document.Finding.Related;
import io.followthrough.document.Place;
import io.followthrough.document.Reading;
import io.followthrough.document.Samples;
import io.followthrough.document.Severity;
import io.followthrough.document.Suppressed;
import io.followthrough.document.cli.Outcome.Linted;
import io.followthrough.document.cli.Outcome.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SARIF output against the schema that OASIS published for 2.1.0. */
class SarifPrinterTest {

    private static final JsonSchema SCHEMA = schema();

    private final StringWriter text = new StringWriter();
    private final SarifPrinter printer = new SarifPrinter(new PrintWriter(text), "1.2.3");
    private final Summary summary = new Summary();
    private boolean begun;

    @Test
    void isValidForEverythingAFindingCanCarry() throws IOException {
        print(new Linted("docs/postmortems/a b.md", Samples.text("markdown.md"), reading()));
        print(new Linted("<stdin>", Samples.text("markdown.md"), reading()));
        print(new Unreadable("picture.png", "The file is not text."));

        JsonNode log = log();

        assertThat(SCHEMA.validate(log)).isEmpty();
        assertThat(log.at("/runs/0/results")).hasSize(4);
    }

    @Test
    void isValidForTheSamples() throws IOException {
        for (String sample : List.of("markdown.md", "plain-lines.txt", "titled-lines.txt", "under-assignment.txt")) {
            String document = Samples.text(sample);
            print(new Linted(sample, document, Documents.read(document)));
        }

        JsonNode log = log();

        assertThat(SCHEMA.validate(log)).isEmpty();
        assertThat(log.at("/runs/0/results")).isNotEmpty();
    }

    @Test
    void isValidForNothingAtAll() throws IOException {
        assertThat(SCHEMA.validate(log())).isEmpty();
    }

    @Test
    void isHeldToASchemaThatRefusesMistakes() throws IOException {
        String wrong = log().toString().replace("\"columnKind\":\"utf16CodeUnits\"", "\"columnKind\":\"bytes\"");

        assertThat(SCHEMA.validate(new ObjectMapper().readTree(wrong))).isNotEmpty();
    }

    @Test
    void tellsPlacesRepairsAndReasons() throws IOException {
        print(new Linted("docs/postmortems/a b.md", Samples.text("markdown.md"), reading()));

        JsonNode run = log().at("/runs/0");
        JsonNode first = run.at("/results/0");

        assertThat(first.get("level").asText()).isEqualTo("warning");
        assertThat(run.at("/tool/driver/rules/" + first.get("ruleIndex").asInt() + "/id")
                        .asText())
                .isEqualTo("duration-mismatch");
        assertThat(first.at("/locations/0/physicalLocation").toString())
                .isEqualTo("{\"artifactLocation\":{\"uri\":\"docs/postmortems/a%20b.md\"},"
                        + "\"region\":{\"startLine\":4,\"startColumn\":10,\"endColumn\":13}}");
        assertThat(first.at("/relatedLocations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":6}");
        assertThat(first.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text")
                        .asText())
                .isEqualTo("2 h 45 min");
        assertThat(run.at("/results/1/suppressions").toString())
                .isEqualTo("[{\"kind\":\"inSource\",\"justification\":\"The team is one person.\"}]");
        assertThat(run.at("/results/1/level").asText()).isEqualTo("note");
    }

    @Test
    void namesFilesRelativeToTheFolderWorkedIn() {
        Path here = Path.of("").toAbsolutePath();

        assertThat(FileUri.of(here.resolve("x").resolve("ü.md").toString())).isEqualTo("x/%C3%BC.md");
        assertThat(FileUri.of("../other/x.md"))
                .isEqualTo(here.getParent().resolve("other/x.md").toUri().toString());
        assertThat(FileUri.of("a:b.md")).isEqualTo("./a:b.md");
        assertThat(FileUri.of("<stdin>")).isEqualTo("%3Cstdin%3E");
    }

    private static Reading reading() {
        Reading read = Documents.read(Samples.text("markdown.md"));
        Finding mismatch = new Finding(
                "duration-mismatch",
                Severity.WARNING,
                "10:30 to 13:15 is 2 h 45 min; the summary says \"3 h\".",
                new Place(4, 10, 3),
                List.of(new Related(Place.line(6), "It ends here.")),
                new Fix("Write 2 h 45 min", new Place(4, 10, 3), "2 h 45 min"));
        Finding owner = new Finding("action-item-without-owner", Severity.INFO, "No owner.", new Place(9, 1, 20));
        return new Reading(
                read.document(),
                read.places(),
                List.of(mismatch),
                List.of(new Suppressed(owner, "The team is one person.")));
    }

    private void print(Outcome outcome) {
        begin();
        summary.add(outcome);
        if (outcome instanceof Linted linted) {
            printer.linted(linted);
        } else if (outcome instanceof Unreadable unreadable) {
            printer.unreadable(unreadable);
        }
    }

    private void begin() {
        if (!begun) {
            printer.begin();
            begun = true;
        }
    }

    private JsonNode log() throws IOException {
        begin();
        printer.end(summary);
        return new ObjectMapper().readTree(text.toString());
    }

    private static JsonSchema schema() {
        try (InputStream in = SarifPrinterTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
