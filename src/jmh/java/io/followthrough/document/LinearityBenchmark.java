package io.followthrough.document;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time of reading and linting 100 kB, 1 MB and 10 MB of several shapes: ten times the text may take twelve
 * times as long. Counts the time of the processor and not of the clock, so that a busy machine tells the same.
 */
public final class LinearityBenchmark {

    private static final int[] SIZES = {100_000, 1_000_000, 10_000_000};
    private static final double MOST = 12;
    private static final int ENOUGH_NANOS = 1_000_000_000;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private LinearityBenchmark() {}

    /** Prints a table; ends with 1 when a shape takes more than twelve times as long. */
    public static void main(String[] arguments) {
        int failures = 0;
        System.out.printf("%-34s %10s %10s %10s %8s %8s%n", "shape", "100 kB ms", "1 MB ms", "10 MB ms", "x", "x");
        for (Map.Entry<String, String> shape : shapes().entrySet()) {
            double[] millis = new double[SIZES.length];
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < SIZES.length; i++) {
                    millis[i] = millis(text(shape.getValue(), SIZES[i]));
                }
            }
            double first = millis[1] / millis[0];
            double second = millis[2] / millis[1];
            boolean linear = first <= MOST && second <= MOST;
            failures += linear ? 0 : 1;
            System.out.printf(
                    "%-34s %10.2f %10.1f %10.1f %8.1f %8.1f%s%n",
                    shape.getKey(), millis[0], millis[1], millis[2], first, second, linear ? "" : "  more than 12");
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    /** The mean of as many readings as a second of processor time holds, at least one. */
    private static double millis(String text) {
        long start = CPU.getCurrentThreadCpuTime();
        long spent = 0;
        int rounds = 0;
        while (spent < ENOUGH_NANOS) {
            if (Documents.read(text).findings() == null) {
                throw new IllegalStateException("never so, but the compiler cannot know");
            }
            rounds++;
            spent = CPU.getCurrentThreadCpuTime() - start;
        }
        return spent / 1e6 / rounds;
    }

    private static String text(String piece, int size) {
        String opening =
                "# Postmortem: outage\n\n## Summary\n\nOn May 5, 2024 from 10:00 to 12:00 UTC an incident.\n\n";
        StringBuilder text = new StringBuilder(size + piece.length()).append(opening);
        while (text.length() < size) {
            text.append(piece);
        }
        return text.substring(0, size);
    }

    private static Map<String, String> shapes() {
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put(
                "prose in paragraphs",
                "The checkout was slow for 20% of all users from 10:05 on, and nobody knew why.\n\n");
        shapes.put("one endless line", "The checkout was slow, and nobody knew why. ");
        shapes.put(
                "timeline as a list", "## Timeline\n\n" + "- 10:05 the alert about slow answers fired\n".repeat(200));
        shapes.put(
                "timeline as a table", "\n| Time | What |\n|---|---|\n" + "| 10:05 | the alert fired |\n".repeat(200));
        shapes.put(
                "list of tasks",
                "## Action items\n\n" + "- [ ] Add an alert on the queue (owner: kim, due 3 May 2024)\n".repeat(200));
        shapes.put("one list of a timeline", "- 10:05 the alert about slow answers fired\n");
        shapes.put("many sections", "## Root cause\n\nA full disk.\n\n## Impact\n\nAll users.\n\n");
        shapes.put(
                "emphasis everywhere",
                "some **bold _and_** words `code` [link](https://example.org/a) &amp; <b>tags</b>\n");
        shapes.put("lists in lists", "- a list\n  - in a list\n    - in a list of words\n");
        shapes.put("quotes and code", "> somebody said so\n\n```\nselect 1\n```\n\n");
        shapes.put("dates, times and zones", "Monday, May 6, 2024 at 10:05 PM PST (UTC-8) for 2 hours and 5 minutes\n");
        shapes.put("tags of HTML", "<ul><li>10:05 it broke</li><li>10:09 it was mended</li></ul>\n");
        return shapes;
    }
}
