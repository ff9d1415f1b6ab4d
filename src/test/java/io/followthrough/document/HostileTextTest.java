package io.followthrough.document;

import static org.assertj.core.api.Assertions.assertThat;

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
                "UTC+",
                "```\n",
                "\u00E9\u4E2D\uD83D\uDE80 ",
                "    - x\n        - y\n",
                "Impact:\n",
                "Root cause:\nwhy\n",
                "**Escalation:** y\n",
                "Monday ",
                "12:00 on May 5\n",
                "(x ",
                "[x "
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
}
