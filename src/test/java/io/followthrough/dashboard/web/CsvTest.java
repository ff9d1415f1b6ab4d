package io.followthrough.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\0x"})
    void keepsASpreadsheetFromRunningACell(String value) {
        assertThat(Csv.cell(value)).startsWith("\"'");
    }

    @Test
    void quotesWhatACellMayHold() {
        assertThat(Csv.cell("say \"no\", twice\n")).isEqualTo("\"say \"\"no\"\", twice\n\"");
    }

    @Test
    void leavesHarmlessWordsAlone() {
        assertThat(Csv.cell("Patch nginx")).isEqualTo("\"Patch nginx\"");
    }
}
