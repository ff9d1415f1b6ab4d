package io.followthrough.dashboard;

/**
 * The state of everything that was promised.
 *
 * @param dueSoon open items due today or within the next seven days
 * @param settledOnTimePercent share of the settled items that were settled on or before their due date; -1 when nothing
 *     is settled
 * @param needsAttention open items whose ticket is refused, missing or delayed
 */
public record Numbers(
        int open,
        int overdue,
        int dueSoon,
        int settled,
        int settledOnTime,
        int settledOnTimePercent,
        int needsAttention,
        int inReview,
        int drafts) {}
