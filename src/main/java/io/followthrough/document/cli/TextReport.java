package io.followthrough.document.cli;

import io.followthrough.document.Finding;
import io.followthrough.document.Reading;
import java.util.Locale;

/** Findings as compilers print them, so that editors can jump to them. */
final class TextReport {

    private TextReport() {}

    static String of(String file, Reading reading) {
        StringBuilder report = new StringBuilder();
        for (Finding finding : reading.findings()) {
            report.append("%s:%d: %s: %s [%s]%n"
                    .formatted(
                            file,
                            finding.line(),
                            finding.severity().name().toLowerCase(Locale.ROOT),
                            finding.message(),
                            finding.rule()));
        }
        return report.toString();
    }
}
