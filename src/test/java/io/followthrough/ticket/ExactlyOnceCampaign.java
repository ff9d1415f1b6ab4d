package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Five thousand tickets, run by {@code mvn -Pcampaign test}; the result is kept in {@code src/docs/exactly-once.md}. */
class ExactlyOnceCampaign extends CreationCampaign {

    private static final int ITEMS = Integer.getInteger("campaign.items", 5000);
    private static final long SEED = Long.getLong("campaign.seed", 20261121);

    @Test
    void makesFiveThousandTicketsExactlyOnce() {
        Count count = run(ITEMS, SEED);

        assertThat(count.lost()).as(count.words()).isZero();
        assertThat(count.twins()).as(count.words()).isZero();
        assertThat(count.settled()).as(count.words()).isEqualTo(ITEMS);
    }

    @Test
    void makesTwinsWithoutTheProtocol() {
        Count count = runWithoutProtocol(ITEMS, SEED + 1);

        assertThat(count.twins()).as(count.words()).isGreaterThan(ITEMS / 20);
    }
}
