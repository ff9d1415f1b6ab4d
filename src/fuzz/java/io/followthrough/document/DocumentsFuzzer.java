package io.followthrough.document;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * What Jazzer runs: any bytes through everything a document passes. Whatever the bytes are, either they are refused
 * with a reason, or they are read, linted, shown and exported, and the export reads back the same.
 */
public final class DocumentsFuzzer {

    /** Instrumented code on a busy machine; the slowest sound input of this length takes a hundredth of it. */
    private static final long MOST_CPU_NANOS = 2_000_000_000L;

    /** The first inputs load and instrument classes. */
    private static final int WARM_UP = 50;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static int inputs;

    private DocumentsFuzzer() {}

    /** Called by Jazzer for every input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text;
        try {
            text = Documents.open(bytes, null, null).text();
        } catch (UnreadableDocumentException refused) {
            return;
        }
        long start = CPU.getCurrentThreadCpuTime();
        Reading reading = Documents.read(text);
        ReadingView.of(reading);
        DocumentHtml.render(text);
        requirePlacesInside(text, reading);
        requireLosslessExport(reading.document());
        long spent = CPU.getCurrentThreadCpuTime() - start;
        inputs++;
        if (inputs > WARM_UP && spent > MOST_CPU_NANOS) {
            throw new IllegalStateException("Slow: " + spent / 1_000_000 + " ms for " + text.length() + " characters");
        }
    }

    private static void requirePlacesInside(String text, Reading reading) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (Finding finding : reading.findings()) {
            requireInside(lines, finding.place());
            finding.related().forEach(related -> requireInside(lines, related.place()));
        }
        reading.document()
                .timeline()
                .forEach(entry -> requireInside(lines, new Place(entry.line(), entry.column(), 0)));
        reading.document()
                .actionItems()
                .forEach(item -> requireInside(lines, new Place(item.line(), item.column(), 0)));
    }

    private static void requireInside(String[] lines, Place place) {
        if (place.line() > lines.length) {
            throw new IllegalStateException("There is no line " + place.line() + " of " + lines.length);
        }
        int length = lines[place.line() - 1].length();
        if (place.column() + place.length() > length + 1) {
            throw new IllegalStateException(place + " ends outside of its line of " + length);
        }
    }

    private static void requireLosslessExport(PostmortemDocument document) {
        String canonical = CanonicalMarkdown.of(document);
        PostmortemDocument read = Documents.read(canonical).document();
        if (!words(read).equals(words(document))) {
            throw new IllegalStateException("Lost on the way:\n" + document + "\n" + read);
        }
    }

    /** Everything but the places. */
    private static List<Object> words(PostmortemDocument document) {
        List<Object> words = new ArrayList<>();
        words.add(document.postmortem());
        words.add(document.title());
        words.add(document.incident());
        words.add(document.impact());
        words.add(document.detection());
        words.add(document.rootCause());
        words.add(document.resolution());
        for (TimelineEntry entry : document.timeline()) {
            words.add(new TimelineEntry(entry.at(), entry.date(), entry.time(), entry.text(), 1, 1));
        }
        for (Improvement improvement : document.improvements()) {
            words.add(new Improvement(improvement.title(), improvement.description(), 1, 1));
        }
        for (ProposedActionItem item : document.actionItems()) {
            words.add(new ProposedActionItem(
                    item.title(),
                    item.description(),
                    item.owner(),
                    item.priority(),
                    item.due(),
                    item.done(),
                    item.ticket(),
                    1,
                    1));
        }
        return words;
    }
}
