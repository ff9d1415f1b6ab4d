package io.followthrough.document.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.followthrough.document.Finding;
import io.followthrough.document.Finding.Fix;
import io.followthrough.document.Finding.Related;
import io.followthrough.document.Place;
import io.followthrough.document.Severity;
import io.followthrough.document.Suppressed;
import io.followthrough.document.cli.Outcome.Linted;
import io.followthrough.document.cli.Outcome.Unreadable;
import io.followthrough.document.lint.Rule;
import io.followthrough.document.lint.Rules;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything as one run in SARIF 2.1.0, which code hosts show beside the lines. */
final class SarifPrinter implements Printer {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final PrintWriter out;
    private final JsonGenerator json;
    private final String version;
    private final Map<String, Integer> indexOfRule = new HashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    SarifPrinter(PrintWriter out, String version) {
        this.out = out;
        this.version = version;
        try {
            this.json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void begin() {
        writing(() -> {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool();
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeArrayFieldStart("results");
        });
    }

    @Override
    public void linted(Linted linted) {
        String uri = FileUri.of(linted.file());
        writing(() -> {
            for (Finding finding : linted.reading().findings()) {
                result(uri, finding, null);
            }
            for (Suppressed suppressed : linted.reading().suppressed()) {
                result(uri, suppressed.finding(), suppressed.reason());
            }
        });
    }

    @Override
    public void unreadable(Unreadable file) {
        unreadable.add(file);
    }

    @Override
    public void end(Summary summary) {
        writing(() -> {
            json.writeEndArray();
            invocation(summary);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
        });
        out.println();
    }

    private void tool() throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Followthrough");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (Rule rule : Rules.all()) {
            indexOfRule.put(rule.id(), indexOfRule.size());
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            text("shortDescription", rule.title());
            json.writeObjectFieldStart("help");
            json.writeStringField("text", RuleHelp.plain(rule));
            json.writeStringField("markdown", RuleHelp.markdown(rule));
            json.writeEndObject();
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(rule.severity()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(String uri, Finding finding, @Nullable String suppressedBecause) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        Integer index = indexOfRule.get(finding.rule());
        if (index != null) {
            json.writeNumberField("ruleIndex", index);
        }
        json.writeStringField("level", level(finding.severity()));
        text("message", finding.message());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        physical(uri, finding.place());
        json.writeEndObject();
        json.writeEndArray();
        related(uri, finding.related());
        if (finding.fix() != null) {
            fix(uri, finding.fix());
        }
        if (suppressedBecause != null) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "inSource");
            json.writeStringField("justification", suppressedBecause);
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void related(String uri, List<Related> places) throws IOException {
        if (places.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("relatedLocations");
        int id = 0;
        for (Related related : places) {
            json.writeStartObject();
            json.writeNumberField("id", ++id);
            physical(uri, related.place());
            text("message", related.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void fix(String uri, Fix fix) throws IOException {
        json.writeArrayFieldStart("fixes");
        json.writeStartObject();
        text("description", fix.title());
        json.writeArrayFieldStart("artifactChanges");
        json.writeStartObject();
        artifact(uri);
        json.writeArrayFieldStart("replacements");
        replacement(fix.place(), fix.replacement());
        for (Place other : fix.also()) {
            replacement(other, fix.replacement());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void replacement(Place place, String words) throws IOException {
        json.writeStartObject();
        region("deletedRegion", place);
        text("insertedContent", words);
        json.writeEndObject();
    }

    private void physical(String uri, Place place) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        artifact(uri);
        region("region", place);
        json.writeEndObject();
    }

    private void artifact(String uri) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri);
        json.writeEndObject();
    }

    private void region(String name, Place place) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("startLine", place.line());
        if (place.length() > 0) {
            json.writeNumberField("startColumn", place.column());
            json.writeNumberField("endColumn", place.column() + place.length());
        }
        json.writeEndObject();
    }

    private void invocation(Summary summary) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", unreadable.isEmpty());
        json.writeNumberField("exitCode", summary.exitCode());
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Unreadable file : unreadable) {
            json.writeStartObject();
            json.writeStringField("level", "error");
            text("message", file.file() + ": " + file.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void text(String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private interface Writing {

        void run() throws IOException;
    }

    private static void writing(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
