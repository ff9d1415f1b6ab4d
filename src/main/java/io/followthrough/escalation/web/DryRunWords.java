package io.followthrough.escalation.web;

import io.followthrough.escalation.Audience;
import io.followthrough.escalation.DryRunReport;

/** What a dry run found, in a sentence. */
final class DryRunWords {

    private DryRunWords() {}

    static String ahead(DryRunReport report, DryRunReport present, boolean current) {
        return current
                ? "With the table in force, " + messages(report) + " in this time; " + reaching(report)
                        + " would reach a" + " director."
                : "With this table, " + messages(report) + " instead of " + present.messages()
                        + " with the table in force; " + reaching(report) + " would reach a director instead of "
                        + present.itemsReaching(Audience.DIRECTOR) + ".";
    }

    static String back(String period, DryRunReport report, DryRunReport present, DryRunReport real, boolean current) {
        String with = current ? "With the table in force, " : "With this table, ";
        String replayed = current
                ? ""
                : " The table in force, replayed in the same way, would have sent " + present.messages() + ".";
        return with + period + " would have sent " + messages(report) + " instead of " + real.messages() + "; "
                + reaching(report) + " would have reached a director instead of "
                + real.itemsReaching(Audience.DIRECTOR) + "." + replayed;
    }

    private static String messages(DryRunReport report) {
        return report.messages() + (report.messages() == 1 ? " message" : " messages");
    }

    private static String reaching(DryRunReport report) {
        long items = report.itemsReaching(Audience.DIRECTOR);
        return items + (items == 1 ? " item" : " items");
    }
}
