package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A campaign small enough for every run; the large one is {@link ExactlyOnceCampaign}. */
class ExactlyOnceIT extends CreationCampaign {

    private static final int ITEMS = 150;

    @Test
    void makesEachTicketExactlyOnceWhateverFailsAndWheneverWeDie() {
        Count count = run(ITEMS, 11);

        assertThat(count.lost()).as(count.words()).isZero();
        assertThat(count.twins()).as(count.words()).isZero();
        assertThat(count.settled()).as(count.words()).isEqualTo(ITEMS);
    }

    /** Otherwise the campaign would prove nothing. */
    @Test
    void makesTwinsWithoutTheProtocol() {
        Count count = runWithoutProtocol(ITEMS, 12);

        assertThat(count.twins()).as(count.words()).isGreaterThan(ITEMS / 20);
    }
}
