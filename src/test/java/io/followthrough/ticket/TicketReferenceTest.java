package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketReferenceTest {

    private static final String SITE = "https://jira.example.org/jira/browse/";

    @ParameterizedTest
    @CsvSource({
        "OPS-123, OPS-123",
        "' ops-7 ', OPS-7",
        "A_1B-99, A_1B-99",
        "https://jira.example.org/jira/browse/OPS-123, OPS-123",
        "HTTPS://JIRA.example.org/jira/browse/ops-123?focusedCommentId=4, OPS-123",
        "https://jira.example.org/jira/browse/OPS-123#top, OPS-123",
        "https://jira.example.org/jira/browse/OPS-123/, OPS-123"
    })
    void readsKeysAndAddressesOfTheSite(String reference, String key) {
        assertThat(TicketReference.key(reference, SITE::concat)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "OPS",
                "OPS-0",
                "OPS-1x",
                "7-1",
                "OPS-1 OPS-2",
                "OPS-12345678901",
                "OPS-1/../2",
                "https://elsewhere.example.org/jira/browse/OPS-1",
                "https://jira.example.org/jira/browse/OPS-1.evil",
                "https://jira.example.org/jira/browse/",
                "https://jira.example.org/jira/browse/../OPS-1",
                "https://jira.example.org.evil.example/jira/browse/OPS-1"
            })
    void takesNothingElseForATicket(String reference) {
        assertThat(TicketReference.key(reference, SITE::concat)).isEmpty();
    }
}
