package io.followthrough.document;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Processor time of reading and linting 100 kB, 1 MB and 10 MB of several shapes: ten times the text may take twelve
 * times as long. Counts the time of the processor and not of the clock, so that a busy machine tells the same.
 */
public final class LinearityBenchmark {

    private static final int[] SIZES = {100_000, 1_000_000, 10_000_000};
    private static final double MOST = 12;
    private static final int ROUNDS = 5;
    private static final int ENOUGH_NANOS = 1_000_000_000;
    private static final ThreadMXBean CPU = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private LinearityBenchmark() {}

    /**
     * What one reading takes.
     *
     * @param nanos of the reading thread
     * @param collecting nanoseconds for which the collector of garbage stopped it
     * @param bytes allocated
     */
    private record Cost(long nanos, long collecting, long bytes) {

        static Cost soFar() {
            long collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                    .sum();
            return new Cost(
                    CPU.getCurrentThreadCpuTime(),
                    TimeUnit.MILLISECONDS.toNanos(collecting),
                    CPU.getCurrentThreadAllocatedBytes());
        }

        Cost since(Cost before) {
            return new Cost(nanos - before.nanos, collecting - before.collecting, bytes - before.bytes);
        }

        Cost dividedBy(int readings) {
            return new Cost(nanos / readings, collecting / readings, bytes / readings);
        }

        double millis() {
            return nanos / 1e6;
        }

        /** As many times as much as the smaller one, for whoever waits for the collector as well. */
        double timesWithCollector(Cost smaller) {
            return (double) (nanos + collecting) / (smaller.nanos + smaller.collecting);
        }
    }

    /**
     * Prints a table: per shape the time of the reading thread at each size, how many times as much each step takes,
     * the same with the time for which the collector stops it, and of the bytes it allocates.
     *
     * @param arguments parts of the names of the shapes wanted; all without any
     */
    public static void main(String[] arguments) {
        int failures = 0;
        System.out.printf(
                "%-24s %10s %10s %10s %6s %6s %10s %10s %8s %8s%n",
                "shape", "100 kB ms", "1 MB ms", "10 MB ms", "x", "x", "with gc x", "with gc x", "bytes x", "bytes x");
        for (Map.Entry<String, String> shape : shapes().entrySet()) {
            boolean wanted = arguments.length == 0 || Stream.of(arguments).anyMatch(shape.getKey()::contains);
            if (wanted) {
                failures += report(shape.getKey(), shape.getValue()) ? 0 : 1;
            }
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    private static boolean report(String name, String piece) {
        List<List<Cost>> rounds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round <= ROUNDS; round++) {
            for (int i = 0; i < SIZES.length; i++) {
                Cost cost = cost(text(piece, SIZES[i]));
                // The first round is for the compiler.
                if (round > 0) {
                    rounds.get(i).add(cost);
                }
            }
        }
        Cost small = median(rounds.get(0));
        Cost middle = median(rounds.get(1));
        Cost large = median(rounds.get(2));
        double first = middle.millis() / small.millis();
        double second = large.millis() / middle.millis();
        boolean linear = first <= MOST && second <= MOST;
        System.out.printf(
                "%-24s %10.2f %10.1f %10.1f %6.1f %6.1f %10.1f %10.1f %8.2f %8.2f%s%n",
                name,
                small.millis(),
                middle.millis(),
                large.millis(),
                first,
                second,
                middle.timesWithCollector(small),
                large.timesWithCollector(middle),
                (double) middle.bytes / small.bytes,
                (double) large.bytes / middle.bytes,
                linear ? "" : "  more than 12");
        return linear;
    }

    /** The collector comes to some readings and not to others, so that its mean tells more. */
    private static Cost median(List<Cost> costs) {
        Cost median = costs.stream()
                .sorted(Comparator.comparingLong(Cost::nanos))
                .toList()
                .get(costs.size() / 2);
        long collecting = costs.stream().mapToLong(Cost::collecting).sum() / costs.size();
        return new Cost(median.nanos, collecting, median.bytes);
    }

    /** The mean of as many readings as a second of processor time holds, at least one. */
    private static Cost cost(String text) {
        Cost start = Cost.soFar();
        Cost spent = start;
        int readings = 0;
        while (spent.nanos - start.nanos < ENOUGH_NANOS) {
            if (Documents.read(text).findings() == null) {
                throw new IllegalStateException("never so, but the compiler cannot know");
            }
            readings++;
            spent = Cost.soFar();
        }
        return spent.since(start).dividedBy(readings);
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
