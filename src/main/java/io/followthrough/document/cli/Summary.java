package io.followthrough.document.cli;

import io.followthrough.document.Finding;
import io.followthrough.document.Severity;
import io.followthrough.document.cli.Outcome.Linted;
import java.util.EnumMap;
import java.util.Map;

/** Counts what was found in all files and decides the exit code. */
final class Summary {

    static final int FINE = 0;
    static final int ERRORS = 1;
    static final int UNUSABLE = 2;

    private final Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
    private int files;
    private int unreadable;
    private int suppressed;

    void add(Outcome outcome) {
        if (outcome instanceof Linted linted) {
            files++;
            suppressed += linted.reading().suppressed().size();
            for (Finding finding : linted.reading().findings()) {
                findings.merge(finding.severity(), 1, Integer::sum);
            }
        } else {
            unreadable++;
        }
    }

    int exitCode() {
        if (unreadable > 0) {
            return UNUSABLE;
        }
        return count(Severity.ERROR) > 0 ? ERRORS : FINE;
    }

    /** One line, such as {@code 12 files, 3 errors, 8 warnings, 2 infos; 4 suppressed}. */
    String line() {
        StringBuilder line = new StringBuilder();
        line.append(counted(files, "file"))
                .append(", ")
                .append(counted(count(Severity.ERROR), "error"))
                .append(", ")
                .append(counted(count(Severity.WARNING), "warning"))
                .append(", ")
                .append(counted(count(Severity.INFO), "info"));
        if (suppressed > 0) {
            line.append("; ").append(suppressed).append(" suppressed");
        }
        if (unreadable > 0) {
            line.append("; ").append(unreadable).append(" not readable");
        }
        return line.toString();
    }

    private int count(Severity severity) {
        return findings.getOrDefault(severity, 0);
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
