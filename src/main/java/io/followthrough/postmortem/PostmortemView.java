package io.followthrough.postmortem;

import io.followthrough.document.Reading;
import io.followthrough.document.ReadingView;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A postmortem as the API shows it; without its document in lists. */
public record PostmortemView(
        String number,
        String title,
        String author,
        String status,
        int revision,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable String approvedBy,
        @Nullable String approvedSha256,
        @Nullable Instant publishedAt,
        @Nullable Instant closedAt,
        @Nullable String reviewComment,
        @Nullable ReadingView document) {

    /** @param reading what was read from its document, or null to leave it out */
    public static PostmortemView of(Postmortem postmortem, @Nullable Reading reading) {
        return new PostmortemView(
                postmortem.key().toString(),
                postmortem.title(),
                postmortem.author(),
                postmortem.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                postmortem.revision(),
                postmortem.createdAt(),
                postmortem.submittedAt(),
                postmortem.approvedBy(),
                postmortem.approvedSha256(),
                postmortem.publishedAt(),
                postmortem.closedAt(),
                postmortem.reviewComment(),
                reading == null ? null : ReadingView.of(reading));
    }
}
