package io.followthrough.review;

import io.followthrough.postmortem.PostmortemKey;
import java.util.Optional;

/** The review as a task of the running lifecycle, in domain words. */
public interface ReviewProcess {

    /** Completes the review on behalf of the reviewer, as the Tasklist would. */
    void complete(PostmortemKey key, String reviewer, Verdict verdict, String comment);

    /** The postmortem a task of the Tasklist is about; empty when there is no such task. */
    Optional<PostmortemKey> postmortemOf(String taskId);
}
