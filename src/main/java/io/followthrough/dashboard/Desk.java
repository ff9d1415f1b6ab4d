package io.followthrough.dashboard;

import java.util.List;

/**
 * What waits for one person.
 *
 * @param reviews postmortems somebody else wrote and this person may judge
 * @param drafts postmortems this person has begun
 * @param items open action items this person owns, the next due first
 * @param moreItems how many more of those there are
 */
public record Desk(List<PostmortemRow> reviews, List<PostmortemRow> drafts, List<ItemRow> items, long moreItems) {

    public boolean isEmpty() {
        return reviews.isEmpty() && drafts.isEmpty() && items.isEmpty();
    }
}
