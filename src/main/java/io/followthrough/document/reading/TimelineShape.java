package io.followthrough.document.reading;

import io.followthrough.document.source.Block.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the blocks of a timeline look like, counted in one walk: a long timeline is in no cache. */
final class TimelineShape {

    private final Map<Kind, Integer> all = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> timed = new EnumMap<>(Kind.class);
    private final int blocks;
    private boolean namesMoments;
    private boolean namesTimes;
    private int samples;

    TimelineShape(List<Stamped> blocks) {
        this.blocks = blocks.size();
        blocks.forEach(this::count);
    }

    private void count(Stamped block) {
        all.merge(block.block().kind(), 1, Integer::sum);
        samples += TimelineReader.isSample(block.block()) ? 1 : 0;
        if (block.stamp() != null) {
            boolean time = block.isTimed();
            namesMoments = true;
            namesTimes |= time;
            if (time || block.is(Kind.ITEM) || block.is(Kind.TABLE_ROW)) {
                timed.merge(block.block().kind(), 1, Integer::sum);
            }
        }
    }

    boolean namesMoments() {
        return namesMoments;
    }

    boolean namesTimes() {
        return namesTimes;
    }

    /** Where most rows leave the hour open, their authors did not know it: those rows are none of the template. */
    boolean holdsSamples() {
        return samples > 0 && 2 * samples < blocks;
    }

    /** Most of the timed blocks tell what an entry looks like here: a row, an item, a heading or a line. */
    Kind ofEntries() {
        boolean rows = all.containsKey(Kind.TABLE_ROW);
        Kind best = all.containsKey(Kind.ITEM) ? Kind.ITEM : rows ? Kind.TABLE_ROW : Kind.TEXT;
        // As many timed lines as items: the line above them only opens the list.
        int most = timed.getOrDefault(best, 0);
        for (Map.Entry<Kind, Integer> count : timed.entrySet()) {
            if (count.getValue() > most) {
                best = count.getKey();
                most = count.getValue();
            }
        }
        return best;
    }

    /** The least depth of the items, but for those that only name a day over the entries. */
    int outermost(List<Stamped> blocks) {
        return blocks.stream()
                .filter(block -> block.is(Kind.ITEM) && !(namesTimes && block.isDay()))
                .mapToInt(block -> block.block().depth())
                .min()
                .orElse(0);
    }
}
