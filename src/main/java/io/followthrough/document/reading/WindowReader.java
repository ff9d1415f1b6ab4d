package io.followthrough.document.reading;

import io.followthrough.document.reading.Evidence.StatedWindow;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads start and end of the incident from the sentences that state them. */
final class WindowReader {

    private final Outline outline;
    private final List<Block> statements;
    private final @Nullable Integer minutes;
    private @Nullable Moment start;
    private @Nullable Moment end;
    private @Nullable Quote startQuote;
    private @Nullable Quote endQuote;
    /** Where the start is told; other blocks may stand on its line. */
    private @Nullable Block place;

    /**
     * Of one document.
     *
     * @param minutes how long the incident took in the document's own words, or null
     */
    WindowReader(Outline outline, @Nullable Integer minutes) {
        this.outline = outline;
        this.minutes = minutes;
        this.statements = statements(outline);
    }

    /** The blocks that may state the window, the likeliest first. */
    static List<Block> statements(Outline outline) {
        List<Block> blocks = new ArrayList<>();
        for (Section section : outline.about(Topic.DURATION)) {
            blocks.addAll(section.blocks());
        }
        for (Topic topic : List.of(Topic.SUMMARY, Topic.PREAMBLE, Topic.IMPACT)) {
            for (Section section : outline.about(topic)) {
                blocks.addAll(section.blocks());
            }
        }
        return blocks.stream()
                .filter(block -> block.is(Kind.TEXT)
                        || block.is(Kind.ITEM)
                        || block.is(Kind.HEADING)
                        || block.is(Kind.TABLE_ROW))
                .toList();
    }

    StatedWindow read() {
        labelled();
        if (start == null || end == null) {
            range();
        }
        if (start == null) {
            single();
            singleEnd();
        }
        LocalDate day = day();
        LocalDateTime from = at(start, day);
        LocalDateTime to = endAt(from, day);
        boolean undated = day == null && start != null && start.time() != null;
        if (from != null || undated) {
            return new StatedWindow(
                    from,
                    to,
                    undated,
                    from == null ? day : from.toLocalDate(),
                    null,
                    null,
                    timeOf(start),
                    timeOf(end),
                    line());
        }
        DayWindow days = DayWindow.read(outline, statements);
        if (days == null) {
            return new StatedWindow(null, to, false, day, null, null, null, null, line());
        }
        startQuote = days.firstQuote() == null ? startQuote : days.firstQuote();
        endQuote = days.lastQuote() == null ? endQuote : days.lastQuote();
        return new StatedWindow(null, to, false, days.first(), days.first(), days.last(), null, null, days.line());
    }

    private int line() {
        return place == null ? 1 : place.line();
    }

    /** The zone that stands with the window, or null. */
    ZoneReader.@Nullable Placed zone() {
        if (start != null && start.zone() != null) {
            return new ZoneReader.Placed(start.zone(), line());
        }
        return end == null || end.zone() == null
                ? null
                : new ZoneReader.Placed(end.zone(), endQuote == null ? line() : endQuote.line());
    }

    /** The words that name the start, or null. */
    @Nullable
    Quote startQuote() {
        return startQuote;
    }

    /** The words that name the end, or null. */
    @Nullable
    Quote endQuote() {
        return endQuote;
    }

    static Quote quote(Block block, Moment moment) {
        return new Quote(block.line(), block.text().substring(moment.start(), moment.end()));
    }

    /** {@code Start: …} and {@code End: …} on lines of their own. */
    private void labelled() {
        for (Section section : outline.about(Topic.DURATION)) {
            List<String> name = Words.of(section.heading());
            boolean starts = Words.containsAny(name, "start", "started", "began");
            boolean ends = Words.containsAny(name, "end", "ended");
            if (starts == ends || section.blocks().isEmpty()) {
                continue;
            }
            Block block = section.blocks().get(0);
            for (Moment moment : Moments.in(block.text(), outline.mentions(block))) {
                if (starts && start == null) {
                    start = moment;
                    startQuote = quote(block, moment);
                    place = block;
                } else if (ends && end == null) {
                    end = moment;
                    endQuote = quote(block, moment);
                }
                break;
            }
        }
    }

    private void range() {
        for (Block block : statements) {
            if (Breaking.tellsOfAChange(block.text())) {
                continue;
            }
            List<Moment> moments = Moments.in(block.text(), outline.mentions(block));
            for (int i = 0; i + 1 < moments.size(); i++) {
                Moment first = moments.get(i);
                Moment second = moments.get(i + 1);
                if (first.time() == null
                        && i + 2 < moments.size()
                        && second.time() != null
                        && moments.get(i + 2).time() != null
                        && !Ranges.connects(block.text(), first, second)) {
                    continue;
                }
                if (first.time() != null && second.time() != null && Ranges.connects(block.text(), first, second)) {
                    start = Ranges.halved(first, second);
                    end = Ranges.afternoon(start, second);
                    startQuote = quote(block, first);
                    endQuote = quote(block, second);
                    place = block;
                    return;
                }
            }
        }
    }

    private static @Nullable LocalTime timeOf(@Nullable Moment moment) {
        return moment == null || moment.time() == null ? null : moment.time().time();
    }

    /** A sentence that says when it broke, and nothing about when it was over. */
    private void single() {
        Set<Block> dated = Days.labelled(outline);
        for (Block block : statements) {
            boolean begins = dated.contains(block)
                    || Breaking.tellsOfBreaking(block.text())
                    || Breaking.tellsOfTrouble(block.text());
            for (Moment moment : begins ? Moments.in(block.text(), outline.mentions(block)) : List.<Moment>of()) {
                if (moment.time() != null && moment.date() != null && !Restored.around(block.text(), moment)) {
                    start = moment;
                    startQuote = quote(block, moment);
                    place = block;
                    return;
                }
            }
        }
    }

    /** The sentence behind it that says when all was well again. */
    private void singleEnd() {
        if (start == null || end != null) {
            return;
        }
        Set<Block> before = null;
        for (Block block : statements) {
            String text = block.text();
            int from = block == place ? behindTheStart(text) : 0;
            for (String sentence : Sentences.of(text.substring(from))) {
                Moment restored =
                        Restored.wholly(sentence) ? Restored.besideWholly(sentence, Moments.in(sentence)) : null;
                if (restored == null) {
                    continue;
                }
                before = before == null ? before(place) : before;
                if (!before.contains(block)) {
                    end = restored;
                    endQuote = new Quote(block.line(), sentence.substring(restored.start(), restored.end()));
                    return;
                }
            }
        }
    }

    /** What the document tells before that block. */
    private Set<Block> before(@Nullable Block place) {
        Set<Block> before = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Section section : outline.sections()) {
            for (Block block : section.blocks()) {
                if (block == place) {
                    return before;
                }
                before.add(block);
            }
        }
        return before;
    }

    /** The sentence may stand in the block of the start. */
    private int behindTheStart(String text) {
        String words = startQuote == null ? "" : startQuote.words();
        int at = text.indexOf(words);
        return at < 0 ? 0 : at + words.length();
    }

    /** The day of the incident: beside the times, else in the same sentence, else where the document dates itself. */
    private @Nullable LocalDate day() {
        for (Moment moment : moments(start, end)) {
            LocalDate day = moment.date() == null ? null : Days.of(moment.date(), outline);
            if (day != null) {
                return day;
            }
        }
        List<Block> near = place == null ? statements : List.of(place);
        LocalDate day = Days.first(near, outline);
        day = day == null ? Days.labelledFirst(statements, outline) : day;
        return day == null ? Days.ofDocument(outline, Days.year(outline)) : day;
    }

    private static List<Moment> moments(@Nullable Moment first, @Nullable Moment second) {
        List<Moment> moments = new ArrayList<>();
        if (first != null) {
            moments.add(first);
        }
        if (second != null) {
            moments.add(second);
        }
        return moments;
    }

    private @Nullable LocalDateTime at(@Nullable Moment moment, @Nullable LocalDate day) {
        if (moment == null || moment.time() == null) {
            return null;
        }
        LocalDate own = moment.date() == null ? null : Days.of(moment.date(), outline);
        if (own == null && moment.date() != null && moment.date().ambiguous()) {
            own = day == null ? null : moment.date().beside(day);
            return own == null ? null : own.atTime(moment.time().time());
        }
        LocalDate on = own == null ? day : own;
        return on == null ? null : on.atTime(moment.time().time());
    }

    private @Nullable LocalDateTime endAt(@Nullable LocalDateTime from, @Nullable LocalDate day) {
        LocalDateTime to = at(end, from == null ? day : from.toLocalDate());
        boolean ownDate = end != null && end.date() != null;
        boolean startDated = start != null && start.date() != null;
        if (to != null && from != null && to.isBefore(from) && !(ownDate && startDated)) {
            // Only one of the two names a day: the other lies on the night's far side.
            return Ranges.areSwapped(from, to, minutes) ? to : to.plusDays(1);
        }
        return to;
    }
}
