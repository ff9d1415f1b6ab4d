package io.followthrough.document.cli;

import io.followthrough.document.Finding;
import io.followthrough.document.Finding.Fix;
import io.followthrough.document.Finding.Related;
import io.followthrough.document.Place;
import io.followthrough.document.cli.Outcome.Linted;
import io.followthrough.document.source.SourceText;
import java.io.PrintWriter;
import java.util.Locale;

/** Findings as compilers print them, so that editors can jump to them, with the words they speak of. */
final class TextPrinter implements Printer {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Colours colours;
    private final boolean quiet;

    TextPrinter(PrintWriter out, PrintWriter err, Colours colours, boolean quiet) {
        this.out = out;
        this.err = err;
        this.colours = colours;
        this.quiet = quiet;
    }

    @Override
    public void linted(Linted linted) {
        String file = TerminalText.harmless(linted.file());
        SourceText source = new SourceText(linted.text());
        for (Finding finding : linted.reading().findings()) {
            String severity = finding.severity().name().toLowerCase(Locale.ROOT);
            head(
                    file,
                    finding.place(),
                    colours.of(finding.severity(), severity + ":"),
                    colours.strong(TerminalText.harmless(finding.message()))
                            + colours.faint(" [" + finding.rule() + "]"));
            if (!quiet) {
                excerpt(source, finding.place());
                finding.related().forEach(related -> note(file, source, related));
                if (finding.fix() != null) {
                    help(finding.fix());
                }
            }
        }
    }

    @Override
    public void end(Summary summary) {
        if (!quiet) {
            out.flush();
            err.println(summary.line());
        }
    }

    private void note(String file, SourceText source, Related related) {
        head(file, related.place(), colours.note("note:"), TerminalText.harmless(related.message()));
        excerpt(source, related.place());
    }

    private void head(String file, Place place, String kind, String message) {
        String where = file + ":" + place.line() + ":" + place.column() + ":";
        out.println(colours.strong(where) + " " + kind + " " + message);
    }

    private void excerpt(SourceText source, Place place) {
        if (place.length() == 0) {
            return;
        }
        Excerpt excerpt = Excerpt.of(source.line(place.line()), place);
        String number = String.valueOf(place.line());
        String margin = " ".repeat(Math.max(1, 6 - number.length()));
        out.println(colours.faint(margin + number + " | ") + excerpt.text());
        out.println(colours.faint(" ".repeat(margin.length() + number.length()) + " | ")
                + " ".repeat(excerpt.start())
                + colours.mark("^" + "~".repeat(excerpt.width() - 1)));
    }

    private void help(Fix fix) {
        out.println("       " + colours.note("help:") + " " + TerminalText.harmless(fix.title()) + ": \""
                + TerminalText.harmless(fix.replacement()) + "\"");
    }
}
