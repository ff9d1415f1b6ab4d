package io.followthrough.postmortem;

/** The running lifecycle of postmortems, in domain words. Every call joins the caller's transaction. */
public interface PostmortemProcess {

    /** Starts the lifecycle of a new draft. */
    void start(PostmortemKey key, String author);

    /** Completes the author's task of writing the draft, on behalf of {@code actor}. */
    void completeDraft(PostmortemKey key, String actor);

    /** Says that every action item is settled. */
    void allSettled(PostmortemKey key);

    /** Starts tracking again after an item of a closed postmortem came back or was added. */
    void resumeTracking(PostmortemKey key);
}
