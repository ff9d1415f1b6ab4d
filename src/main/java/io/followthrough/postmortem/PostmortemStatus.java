package io.followthrough.postmortem;

/** Where a postmortem is on its way. */
public enum PostmortemStatus {
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    TRACKING,
    CLOSED;

    /** Whether the lifecycle leads from here to {@code next}. A closed one is tracked again when an item reopens. */
    public boolean canBecome(PostmortemStatus next) {
        return switch (this) {
            case DRAFT -> next == IN_REVIEW;
            case IN_REVIEW -> next == DRAFT || next == PUBLISHED;
            case PUBLISHED -> next == TRACKING;
            case TRACKING -> next == CLOSED;
            case CLOSED -> next == TRACKING;
        };
    }

    /** Whether the text has been approved and can be changed no more. */
    public boolean isPublished() {
        return this == PUBLISHED || this == TRACKING || this == CLOSED;
    }
}
