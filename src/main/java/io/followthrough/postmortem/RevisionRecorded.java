package io.followthrough.postmortem;

import io.followthrough.document.PostmortemDocument;

/** A draft has a new text; what it proposes is to be read anew. Heard in the transaction in which it happens. */
public record RevisionRecorded(PostmortemKey key, String author, PostmortemDocument document) {}
