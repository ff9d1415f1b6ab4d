package io.followthrough.document.lint;

import io.followthrough.document.Place;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Outline.Placed;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Times of one document in two zones, without either being given in both. */
final class MixedZones {

    private static final int BESIDE = 3;
    private static final long MINUTES_OF_A_DAY = 24 * 60;
    private static final long SLIP = 60;
    private static final LocalDate SOME_DAY = LocalDate.of(2024, 1, 1);

    private MixedZones() {}

    static Rule rule() {
        return SimpleRule.consistency(
                "zone-mixed", Severity.WARNING, "Some times are in one time zone, some in another.", MixedZones::check);
    }

    private record ZonedTime(LocalTime time, String zone, String written, int line) {}

    private static void check(Evidence evidence, Report report) {
        LocalDateTime start = evidence.document().incident().start();
        ZonedTime first = null;
        for (Placed placed : evidence.outline().placed(Mention.Zone.class)) {
            List<ZonedTime> times = tellsTheIncident(placed) ? zonedTimes(evidence, placed.block()) : List.of();
            if (times.isEmpty()) {
                continue;
            }
            ZonedTime main = first == null ? times.get(0) : first;
            first = main;
            ZonedTime stray = stray(times, main, start);
            if (stray != null) {
                report(evidence, report, main, stray, start);
                return;
            }
        }
    }

    private static boolean tellsTheIncident(Placed placed) {
        if (placed.block().is(Kind.CODE) || placed.block().is(Kind.QUOTE)) {
            return false;
        }
        return switch (placed.section().topic()) {
            case PREAMBLE, SUMMARY, DURATION, IMPACT, TIMELINE, DETECTION, ESCALATION, RESOLUTION -> true;
            default -> false;
        };
    }

    /** The times of the block with the zone written right behind them. */
    private static List<ZonedTime> zonedTimes(Evidence evidence, Block block) {
        List<ZonedTime> times = List.of();
        Mention before = null;
        for (Mention mention : evidence.outline().mentions(block)) {
            if (mention instanceof Mention.Zone zone
                    && before instanceof Mention.Time time
                    && zone.start() - time.end() <= BESIDE) {
                times = times.isEmpty() ? new ArrayList<>() : times;
                times.add(new ZonedTime(
                        time.time(),
                        ZoneMeanings.name(zone.name()),
                        block.text().substring(time.start(), zone.end()),
                        block.line()));
            }
            before = mention;
        }
        return times;
    }

    /** The first time in another zone that no time beside it gives in the main one; null for none. */
    private static @Nullable ZonedTime stray(List<ZonedTime> times, ZonedTime main, @Nullable LocalDateTime start) {
        List<ZonedTime> given = times.stream()
                .filter(time -> ZoneMeanings.sameRegion(time.zone(), main.zone()))
                .toList();
        for (ZonedTime time : times) {
            boolean other = !given.contains(time) && differ(main.zone(), time.zone(), start);
            if (other && given.stream().noneMatch(same -> mayBeSame(same, time))) {
                return time;
            }
        }
        return null;
    }

    /** Whether both can be one moment, be it with an hour's slip for the season, or a zone leaves that open. */
    private static boolean mayBeSame(ZonedTime one, ZonedTime other) {
        LocalDateTime at = SOME_DAY.atTime(one.time());
        LocalDateTime then = SOME_DAY.atTime(other.time());
        ZoneOffset here = ZoneMeanings.offset(one.zone(), at);
        ZoneOffset there = ZoneMeanings.offset(other.zone(), then);
        if (here == null || there == null) {
            return true;
        }
        long apart = Math.floorMod(
                Duration.between(at.toInstant(here), then.toInstant(there)).toMinutes(), MINUTES_OF_A_DAY);
        return Math.min(apart, MINUTES_OF_A_DAY - apart) <= SLIP;
    }

    private static boolean differ(String one, String other, @Nullable LocalDateTime start) {
        LocalDateTime at = start == null ? SOME_DAY.atStartOfDay() : start;
        Set<ZoneOffset> ofOne = ZoneMeanings.offsets(one, at);
        Set<ZoneOffset> ofOther = ZoneMeanings.offsets(other, at);
        return !ofOne.isEmpty() && !ofOther.isEmpty() && Collections.disjoint(ofOne, ofOther);
    }

    private static void report(
            Evidence evidence, Report report, ZonedTime main, ZonedTime other, @Nullable LocalDateTime start) {
        Place place = evidence.place(other.line(), other.written());
        report.add(
                place,
                "Times are written in %s and in %s; %sUse one zone, best UTC."
                        .formatted(main.zone(), other.zone(), converted(main, other, start)),
                WindowRules.related(evidence.place(main.line(), main.written()), "in " + main.zone() + " here"));
    }

    private static String converted(ZonedTime main, ZonedTime other, @Nullable LocalDateTime start) {
        if (start == null) {
            return "";
        }
        LocalDateTime at = start.toLocalDate().atTime(other.time());
        ZoneOffset from = ZoneMeanings.offset(other.zone(), at);
        ZoneOffset to = ZoneMeanings.offset(main.zone(), at);
        return from == null || to == null
                ? ""
                : "%s is %s %s. "
                        .formatted(
                                other.written(),
                                Wording.clock(LocalDateTime.ofInstant(at.toInstant(from), to)),
                                main.zone());
    }
}
