package io.followthrough.document.lint;

import io.followthrough.document.IncidentWindow;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.value.SeasonalZone;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the time zone is none, or not the one of that day. */
final class ZoneRules {

    private static final Set<String> AMBIGUOUS = Set.of("CST", "IST", "BST", "AST");

    private ZoneRules() {}

    static List<Rule> all() {
        return List.of(
                new SimpleRule(
                        "zone-impossible-on-date",
                        Severity.WARNING,
                        "An abbreviation of winter time in summer leaves an hour of doubt.",
                        ZoneRules::impossible),
                new SimpleRule(
                        "zone-ambiguous",
                        Severity.WARNING,
                        "Some abbreviations name several zones hours apart.",
                        ZoneRules::ambiguous),
                new SimpleRule(
                        "zone-malformed",
                        Severity.WARNING,
                        "An offset added to a zone that is no base for one means nothing.",
                        ZoneRules::malformed));
    }

    private static void impossible(Evidence evidence, Report report) {
        IncidentWindow window = evidence.document().incident();
        String zone = name(window);
        SeasonalZone seasonal = SeasonalZone.named(zone);
        LocalDateTime start = window.start();
        boolean dayInDoubt = TimeRules.otherDay(evidence) != null;
        if (seasonal != null && start != null && !dayInDoubt && !seasonal.isInForce(start)) {
            report.add(
                    evidence.stated().line(),
                    "%s is not in force on %s; there it is %s (%s, UTC%s). Write UTC or %s."
                            .formatted(
                                    zone,
                                    start.toLocalDate(),
                                    seasonal.other(),
                                    seasonal.region(),
                                    seasonal.offset(start).getId(),
                                    seasonal.other()));
        }
    }

    private static void ambiguous(Evidence evidence, Report report) {
        String zone = name(evidence.document().incident());
        if (AMBIGUOUS.contains(zone)) {
            report.add(
                    evidence.stated().line(),
                    zone + " names several time zones; write the offset, as in UTC+5:30, or UTC times.");
        }
    }

    private static void malformed(Evidence evidence, Report report) {
        String zone = name(evidence.document().incident());
        boolean offset = zone.indexOf('+') > 0 && !zone.startsWith("UTC") && !zone.startsWith("GMT");
        if (offset) {
            report.add(
                    evidence.stated().line(),
                    "\"" + zone + "\" is no time zone; write the abbreviation alone, or UTC with the offset.");
        }
    }

    private static String name(IncidentWindow window) {
        String zone = window.zone();
        if (zone == null) {
            return "";
        }
        int parenthesis = zone.indexOf('(');
        return (parenthesis < 0 ? zone : zone.substring(0, parenthesis)).strip().toUpperCase(Locale.ROOT);
    }
}
