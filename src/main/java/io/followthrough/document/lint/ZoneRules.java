package io.followthrough.document.lint;

import static io.followthrough.document.lint.SimpleRule.consistency;

import io.followthrough.document.Finding.Fix;
import io.followthrough.document.IncidentWindow;
import io.followthrough.document.Place;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.value.SeasonalZone;
import io.followthrough.document.value.Zones;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the time zone is none, is one of several, or is not the one of that day. */
final class ZoneRules {

    private static final Pattern ADDED = Pattern.compile("([A-Z ]+?)\\s*\\+\\s*(\\d{1,2})(?::?\\d{2})?");

    private static final String BEHIND_A_TIME = "(?i)(?:\\d|\\b[ap]\\.?m\\.?)[ \\u00a0]?";
    private static final int MOST_PLACES = 500;

    private ZoneRules() {}

    static List<Rule> all() {
        return List.of(
                consistency(
                        "zone-impossible-on-date",
                        Severity.WARNING,
                        "The time zone is not in force on that day.",
                        ZoneRules::impossible),
                consistency(
                        "zone-ambiguous",
                        Severity.WARNING,
                        "The abbreviation names several time zones.",
                        ZoneRules::ambiguous),
                consistency("zone-malformed", Severity.WARNING, "The time zone is none.", ZoneRules::malformed),
                MixedZones.rule());
    }

    private static void impossible(Evidence evidence, Report report) {
        IncidentWindow window = evidence.document().incident();
        String zone = ZoneMeanings.name(window.zone());
        SeasonalZone seasonal = SeasonalZone.named(zone);
        LocalDateTime start = window.start();
        if (seasonal == null || start == null || DateRules.otherDay(evidence) != null || seasonal.isInForce(start)) {
            return;
        }
        ZoneOffset offset = seasonal.offset(start);
        report.add(
                place(evidence),
                "%s is not in force on %s; clocks in %s then show %s (UTC%s). If that was meant, the incident took place %s; if %s, %s."
                        .formatted(
                                zone,
                                Wording.day(start.toLocalDate()),
                                seasonal.region(),
                                seasonal.other(),
                                offset.getId(),
                                ZoneMeanings.inUtc(start, window.end(), offset),
                                zone,
                                ZoneMeanings.inUtc(start, window.end(), ZoneOffset.ofHours(seasonal.hours()))),
                WindowRules.related(evidence.places().start(), "on this day"),
                replacement(evidence, zone, seasonal.other()));
    }

    private static void ambiguous(Evidence evidence, Report report) {
        IncidentWindow window = evidence.document().incident();
        String zone = ZoneMeanings.name(window.zone());
        List<String> regions = ZoneMeanings.sharedBy(zone);
        if (regions.isEmpty()) {
            return;
        }
        LocalDateTime start = window.start();
        List<String> meanings = new ArrayList<>();
        for (String region : regions) {
            meanings.add(start == null ? region : meaning(region, start, window.end()));
        }
        report.add(
                place(evidence),
                "%s names several time zones: %s. Write UTC, or the offset as in UTC+5:30."
                        .formatted(zone, String.join("; ", meanings)));
    }

    private static String meaning(String region, LocalDateTime start, @Nullable LocalDateTime end) {
        ZoneOffset offset = ZoneMeanings.offsetIn(region, start);
        return "%s (UTC%s), then it was %s".formatted(region, offset.getId(), ZoneMeanings.inUtc(start, end, offset));
    }

    private static void malformed(Evidence evidence, Report report) {
        IncidentWindow window = evidence.document().incident();
        String zone = ZoneMeanings.name(window.zone());
        boolean offset = zone.indexOf('+') > 0 && !zone.startsWith("UTC") && !zone.startsWith("GMT");
        if (!offset) {
            return;
        }
        Matcher added = ADDED.matcher(zone);
        String base = added.matches() ? added.group(1) : null;
        String region = base == null ? null : Zones.id(base);
        LocalDateTime start = window.start();
        if (base == null || region == null || start == null) {
            report.add(
                    place(evidence),
                    "\"%s\" is no time zone; write the abbreviation alone, or UTC with the offset.".formatted(zone));
            return;
        }
        ZoneOffset own = ZoneMeanings.offsetIn(region, start);
        boolean same = own.getTotalSeconds() == 3600 * Integer.parseInt(added.group(2));
        report.add(
                place(evidence),
                "\"%s\" is no time zone: %s (%s) is UTC%s already. If %s was meant, the incident took place %s."
                        .formatted(zone, base, region, own.getId(), base, ZoneMeanings.inUtc(start, window.end(), own)),
                List.of(),
                same ? replacement(evidence, zone, base) : null);
    }

    private static Place place(Evidence evidence) {
        return WindowRules.placeOf(evidence.places().zone(), evidence);
    }

    /**
     * Another name in place of the written one, wherever the window and the timeline have it behind a time; null where
     * it does not stand as the reader has it.
     */
    private static @Nullable Fix replacement(Evidence evidence, String zone, String other) {
        Place place = evidence.places().zone();
        String written = place == null ? "" : evidence.source().words(place);
        boolean there = written.toUpperCase(Locale.ROOT).startsWith(zone);
        if (place == null || !there) {
            return null;
        }
        Place first = new Place(place.line(), place.column(), zone.length());
        List<Place> also = new ArrayList<>();
        Pattern behindATime = Pattern.compile(BEHIND_A_TIME + "(" + Pattern.quote(zone) + ")(?![\\w+-])");
        for (int line : linesWithTimes(evidence, place.line())) {
            Matcher again = behindATime.matcher(evidence.source().line(line));
            while (again.find() && also.size() < MOST_PLACES) {
                also.add(new Place(line, again.start(1) + 1, zone.length()));
            }
        }
        also.remove(first);
        String title = "Write " + other + (also.isEmpty() ? "" : " in all " + (also.size() + 1) + " places");
        return new Fix(title, first, other, also);
    }

    /** Lines about the incident itself: what is said about other days may well be in another zone. */
    private static SortedSet<Integer> linesWithTimes(Evidence evidence, int line) {
        SortedSet<Integer> lines = new TreeSet<>(List.of(line));
        Stream.of(evidence.places().start(), evidence.places().end())
                .filter(Objects::nonNull)
                .forEach(place -> lines.add(place.line()));
        evidence.timeline().stream().filter(TimedEntry::hasTime).forEach(entry -> lines.add(entry.line()));
        return lines;
    }
}
