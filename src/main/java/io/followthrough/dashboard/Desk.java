package io.followthrough.dashboard;

import java.util.List;

/**
 * What waits for one person.
 *
 * @param decisions items about which this person is asked to decide
 * @param offers items this person is asked to take
 * @param reviews postmortems somebody else wrote and this person may judge
 * @param drafts postmortems this person has begun
 * @param items open action items this person owns, the next due first
 * @param moreItems how many more of those there are
 */
public record Desk(
        List<ItemRow> decisions,
        List<ItemRow> offers,
        List<PostmortemRow> reviews,
        List<PostmortemRow> drafts,
        List<ItemRow> items,
        long moreItems) {

    public boolean isEmpty() {
        return decisions.isEmpty() && offers.isEmpty() && reviews.isEmpty() && drafts.isEmpty() && items.isEmpty();
    }
}
