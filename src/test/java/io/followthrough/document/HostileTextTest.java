package io.followthrough.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to make a reader slow or crash; the limit is generous, quadratic reading would take hours. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTextTest {

    private static final int LENGTH = 400_000;
    private static final String OPENING = "# Postmortem: outage of the shop\n\n## Summary\n\n"
            + "On 5 May 2024 from 10:00 to 12:00 UTC an incident kept users out.\n\n## Root cause\n\nA full disk.\n\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**b** [a](http://x.example) ",
                "a",
                " ",
                "\n",
                "- ",
                "- [ ] x\n",
                "# Timeline\n",
                "Tasks:\n- Do it by 3 May (owner: a)\n",
                "12:00 ",
                "12:00 PM - ",
                "[a b]\n\n[a b]: x\n\n",
                "`[a b]` ",
                "2024-01-01 ",
                "May 5 ",
                "1 hour and ",
                "**",
                "*a_",
                "[",
                "[a](",
                "(",
                "`",
                "<",
                "<a ",
                "<!--",
                "&nbsp;",
                "| a ",
                "|\n|-|\n",
                "> ",
                "Owner: ",
                "due: x ",
                "(owner: ",
                ":",
                "a: b\n",
                "100% of users ",
                "# Lessons\n# Actions\n",
                "down, all clear 2024-01-01 10:00 ",
                "10:00PM [10/10/2022] EAT ",
                "US/Pacific ",
                "4pm to 6 GMT ",
                "tasks are: oiling and ",
                "## Tasks\n[a](b/assets/",
                "HTTP/1.1 500 x\na: b\n",
                "kim@example.org\n",
                "UTC+",
                "```\n",
                "\u00E9\u4E2D\uD83D\uDE80 ",
                "    - x\n        - y\n",
                "Impact:\n",
                "Root cause:\nwhy\n",
                "**Escalation:** y\n",
                "Monday ",
                "12:00 on May 5\n",
                "12:00 2025 ",
                "(x ",
                "[x ",
                "- a:\nb:\n",
                "- a:\n",
                "**- a:**\n",
                "Alerts:\nAdd one\nAdd two\n",
                "Detected by: x\n",
                "Issue was detected and the\n",
                "12:00 Incident declared\n"
            })
    void readsALongTextOfIt(String piece) {
        String text = piece.repeat(LENGTH / piece.length());

        for (String opening :
                List.of("Timeline\n", "Tasks:\n- Repair ", "Summary\n", "Duration of the whole long outage:\n")) {
            Reading reading = Documents.read("Postmortem: outage, an incident and its root cause\n" + opening + text);

            assertThat(reading.document()).isNotNull();
        }
    }

    @Test
    void readsNoiseWithoutFailing() {
        Random random = new Random(4711);
        String alphabet = " \n\t-*#|:[]()<>`_&;.,%0123456789amphrsTUCPM/\\\"'@eiou\u2014\u25CF";
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder("Postmortem outage incident\nTimeline\n1:00 down\nTasks\n");
            for (int i = 0; i < 500; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }

            assertThat(Documents.read(text.toString()).findings()).isNotNull();
        }
    }

    @Test
    void readsTheLongestDocumentThatIsTaken() {
        String opening = OPENING + "## Timeline\n\n";
        String line = "- 10:05 the alert about slow answers fired for 20 % of all users\n";
        String text = opening + line.repeat((Documents.MAX_BYTES - opening.length()) / line.length());

        Reading reading = Documents.read(Documents.decode(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(reading.document().timeline()).hasSizeGreaterThan(150_000);
        assertThat(reading.findings()).hasSizeLessThan(200);
    }

    @Test
    void readsAListOfAHundredThousandItems() {
        StringBuilder text = new StringBuilder(OPENING).append("## Action items\n\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("- [ ] Add alert ").append(i).append(" on the queue (owner: kim, due 2024-05-03)\n");
        }

        assertThat(Documents.read(text.toString()).document().actionItems()).hasSize(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "1. ", "[", "**a ", "<ul><li>", "<div>", "<b>", "((", "`"})
    void readsAndShowsWhatIsNestedTenThousandDeep(String opening) {
        String text = "# Postmortem: outage\n\n" + opening.repeat(10_000) + "it broke at 10:05\n";

        assertThat(Documents.read(text).document()).isNotNull();
        assertThat(DocumentHtml.render(text)).isNotNull();
    }

    @Test
    void readsAndShowsAListIndentedAThousandDeep() {
        StringBuilder text = new StringBuilder("# Postmortem: outage\n\n## Action items\n\n");
        for (int depth = 0; depth < 1_000; depth++) {
            text.append("  ".repeat(depth)).append("- Repair the pump\n");
        }

        assertThat(Documents.read(text.toString()).document()).isNotNull();
        assertThat(DocumentHtml.render(text.toString())).isNotNull();
    }

    @Test
    void takesOrRefusesRandomBytes() {
        Random random = new Random(815);
        int refused = 0;
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(2_000)];
            random.nextBytes(bytes);
            try {
                assertThat(Documents.read(Documents.open(bytes, null, null).text()))
                        .isNotNull();
            } catch (UnreadableDocumentException refusal) {
                assertThat(refusal).hasMessageContaining(" ");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
