package io.followthrough.document.reading;

import io.followthrough.document.reading.Evidence.StatedWindow;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads start and end of the incident from the sentences that state them. */
final class WindowReader {

    private final Outline outline;
    private final List<Block> statements;
    private @Nullable Moment start;
    private @Nullable Moment end;
    private @Nullable LocalDate startDate;
    private @Nullable LocalDate endDate;
    private @Nullable Quote startQuote;
    private @Nullable Quote endQuote;
    private int line = 1;

    WindowReader(Outline outline) {
        this.outline = outline;
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
                    line);
        }
        days();
        return new StatedWindow(
                null, to, false, startDate == null ? day : startDate, startDate, endDate, null, null, line);
    }

    /** The zone that stands with the window, or null. */
    ZoneReader.@Nullable Placed zone() {
        if (end != null && end.zone() != null) {
            return new ZoneReader.Placed(end.zone(), endQuote == null ? line : endQuote.line());
        }
        return start == null || start.zone() == null ? null : new ZoneReader.Placed(start.zone(), line);
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

    private static Quote quote(Block block, Moment moment) {
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
                    line = block.line();
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
                    end = second;
                    startQuote = quote(block, first);
                    endQuote = quote(block, second);
                    line = block.line();
                    return;
                }
            }
        }
    }

    /** Days without times: the two ends of a range, else the one day that a label or the breaking sentence names. */
    private void days() {
        Integer year = Days.year(outline);
        Set<Integer> dated = Days.labelled(outline);
        for (Block block : statements) {
            boolean stated = dated.contains(block.line()) || Breaking.tellsOfBreaking(block.text());
            if (stated && placeRange(block, Moments.in(block.text(), outline.mentions(block)), year)) {
                return;
            }
        }
        for (Block block : statements) {
            LocalDate only = dated.contains(block.line()) ? Days.first(block.text(), year) : null;
            if (only != null) {
                place(only, null, block);
                return;
            }
        }
    }

    private boolean placeRange(Block block, List<Moment> moments, @Nullable Integer year) {
        for (int i = 0; i < moments.size(); i++) {
            Mention.Date date = moments.get(i).date();
            LocalDate first = dateOf(moments.get(i), year);
            LocalDate last = date == null ? null : date.lastInYear(year);
            boolean range = i + 1 < moments.size() && Ranges.connects(block.text(), moments.get(i), moments.get(i + 1));
            if (last == null && range) {
                last = dateOf(moments.get(i + 1), year);
            }
            if (first != null && last != null) {
                place(first, last, block);
                startQuote = quote(block, moments.get(i));
                endQuote = quote(block, moments.get(range ? i + 1 : i));
                return true;
            }
        }
        return false;
    }

    private void place(LocalDate first, @Nullable LocalDate last, Block block) {
        startDate = first;
        endDate = last;
        line = block.line();
    }

    private static @Nullable LocalTime timeOf(@Nullable Moment moment) {
        return moment == null || moment.time() == null ? null : moment.time().time();
    }

    private static @Nullable LocalDate dateOf(Moment moment, @Nullable Integer year) {
        return moment.date() == null || moment.time() != null
                ? null
                : moment.date().inYear(year);
    }

    /** A sentence that says when it broke, and nothing about when it was over. */
    private void single() {
        Set<Integer> dated = Days.labelled(outline);
        for (Block block : statements) {
            boolean begins = dated.contains(block.line()) || Breaking.tellsOfBreaking(block.text());
            for (Moment moment : begins ? Moments.in(block.text(), outline.mentions(block)) : List.<Moment>of()) {
                if (moment.time() != null && moment.date() != null) {
                    start = moment;
                    startQuote = quote(block, moment);
                    line = block.line();
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
        for (Block block : statements) {
            String text = block.text();
            int from = block.line() == line ? start.end() : 0;
            for (String sentence : Sentences.of(text.substring(from))) {
                List<Moment> moments = Bounds.tellsOfRestored(sentence) ? Moments.in(sentence) : List.<Moment>of();
                if (moments.size() == 1 && moments.get(0).time() != null && block.line() >= line) {
                    end = moments.get(0);
                    endQuote = new Quote(
                            block.line(),
                            sentence.substring(
                                    moments.get(0).start(), moments.get(0).end()));
                    return;
                }
            }
        }
    }

    /** The day of the incident: beside the times, else in the same sentence, else where the document dates itself. */
    private @Nullable LocalDate day() {
        Integer year = Days.year(outline);
        for (Moment moment : moments(start, end)) {
            if (moment.date() != null) {
                LocalDate day = moment.date().inYear(year);
                if (day != null) {
                    return day;
                }
            }
        }
        for (Block block : statements) {
            if (start != null && block.line() != line) {
                continue;
            }
            LocalDate day = Days.first(block.text(), year);
            if (day != null) {
                return day;
            }
        }
        return Days.ofDocument(outline, year);
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
        LocalDate own = moment.date() == null ? null : moment.date().inYear(Days.year(outline));
        LocalDate on = own == null ? day : own;
        return on == null ? null : on.atTime(moment.time().time());
    }

    private @Nullable LocalDateTime endAt(@Nullable LocalDateTime from, @Nullable LocalDate day) {
        LocalDateTime to = at(end, from == null ? day : from.toLocalDate());
        boolean ownDate = end != null && end.date() != null;
        boolean startDated = start != null && start.date() != null;
        if (to != null && from != null && to.isBefore(from) && !(ownDate && startDated)) {
            // Only one of the two names a day: the other lies on the night's far side.
            return to.plusDays(1);
        }
        return to;
    }
}
