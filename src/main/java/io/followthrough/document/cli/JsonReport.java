package io.followthrough.document.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.followthrough.document.Detection;
import io.followthrough.document.Finding;
import io.followthrough.document.Improvement;
import io.followthrough.document.IncidentWindow;
import io.followthrough.document.Place;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.ProposedActionItem;
import io.followthrough.document.Reading;
import io.followthrough.document.ReadingView;
import io.followthrough.document.Suppressed;
import io.followthrough.document.TimelineEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One JSON object per file on one line; the shape is a promise to scripts. */
final class JsonReport {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonReport() {}

    static String of(String file, Reading reading) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(json, file, reading);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory failed", e);
        }
        return line.toString();
    }

    private static void write(JsonGenerator json, String file, Reading reading) throws IOException {
        PostmortemDocument document = reading.document();
        json.writeStartObject();
        json.writeStringField("file", file);
        json.writeBooleanField("postmortem", document.postmortem());
        string(json, "title", document.title());
        incident(json, document.incident());
        impact(json, document);
        detection(json, document.detection());
        timeline(json, document);
        string(json, "rootCause", document.rootCause());
        string(json, "resolution", document.resolution());
        improvements(json, document);
        items(json, document);
        findings(json, reading);
        json.writeEndObject();
    }

    private static void incident(JsonGenerator json, IncidentWindow window) throws IOException {
        json.writeObjectFieldStart("incident");
        string(json, "start", ReadingView.moment(window.start(), window.startDate(), null));
        string(json, "end", ReadingView.moment(window.end(), window.endDate(), null));
        string(json, "zone", window.zone());
        string(json, "zoneId", window.zoneId());
        integer(json, "durationMinutes", window.durationMinutes());
        integer(json, "statedDurationMinutes", window.statedDurationMinutes());
        json.writeEndObject();
    }

    private static void impact(JsonGenerator json, PostmortemDocument document) throws IOException {
        json.writeObjectFieldStart("impact");
        string(json, "text", document.impact().text());
        json.writeArrayFieldStart("usersAffectedPercent");
        for (double percent : document.impact().usersAffectedPercent()) {
            if (percent == Math.rint(percent)) {
                json.writeNumber((long) percent);
            } else {
                json.writeNumber(percent);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void detection(JsonGenerator json, Detection detection) throws IOException {
        json.writeObjectFieldStart("detection");
        string(json, "at", ReadingView.moment(detection.at(), detection.date(), detection.time()));
        string(
                json,
                "method",
                detection.method() == null ? null : detection.method().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private static void timeline(JsonGenerator json, PostmortemDocument document) throws IOException {
        json.writeArrayFieldStart("timeline");
        for (TimelineEntry entry : document.timeline()) {
            json.writeStartObject();
            string(json, "at", ReadingView.moment(entry.at(), entry.date(), entry.time()));
            json.writeStringField("text", entry.text());
            json.writeNumberField("line", entry.line());
            json.writeNumberField("column", entry.column());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void improvements(JsonGenerator json, PostmortemDocument document) throws IOException {
        json.writeArrayFieldStart("improvements");
        for (Improvement improvement : document.improvements()) {
            json.writeStartObject();
            json.writeStringField("title", improvement.title());
            json.writeStringField("description", improvement.description());
            json.writeNumberField("line", improvement.line());
            json.writeNumberField("column", improvement.column());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void items(JsonGenerator json, PostmortemDocument document) throws IOException {
        json.writeArrayFieldStart("actionItems");
        for (ProposedActionItem item : document.actionItems()) {
            json.writeStartObject();
            json.writeStringField("title", item.title());
            json.writeStringField("description", item.description());
            string(json, "owner", item.owner());
            string(json, "priority", item.priority());
            time(json, "due", item.due());
            json.writeBooleanField("done", item.done());
            string(json, "ticket", item.ticket());
            json.writeNumberField("line", item.line());
            json.writeNumberField("column", item.column());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void findings(JsonGenerator json, Reading reading) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : reading.findings()) {
            json.writeStartObject();
            finding(json, finding);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("suppressed");
        for (Suppressed suppressed : reading.suppressed()) {
            json.writeStartObject();
            json.writeObjectFieldStart("finding");
            finding(json, suppressed.finding());
            json.writeEndObject();
            json.writeStringField("reason", suppressed.reason());
            json.writeStringField("by", suppressed.by());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("rule", finding.rule());
        json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("message", finding.message());
        place(json, finding.place());
        json.writeArrayFieldStart("related");
        for (Finding.Related related : finding.related()) {
            json.writeStartObject();
            json.writeStringField("message", related.message());
            place(json, related.place());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName("fix");
        if (finding.fix() == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeStringField("title", finding.fix().title());
            place(json, finding.fix().place());
            json.writeStringField("replacement", finding.fix().replacement());
            json.writeArrayFieldStart("also");
            for (Place other : finding.fix().also()) {
                json.writeStartObject();
                place(json, other);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void place(JsonGenerator json, Place place) throws IOException {
        json.writeNumberField("line", place.line());
        json.writeNumberField("column", place.column());
        json.writeNumberField("length", place.length());
    }

    private static void string(JsonGenerator json, String name, @Nullable String value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    private static void integer(JsonGenerator json, String name, @Nullable Integer value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void time(JsonGenerator json, String name, @Nullable Temporal value) throws IOException {
        string(json, name, value == null ? null : value.toString());
    }
}
