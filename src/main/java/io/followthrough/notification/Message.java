package io.followthrough.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something people are to be told.
 *
 * @param key unique to the occasion; telling the same person twice with the same key tells them once
 * @param about what it is about ({@code PM-42-3})
 * @param recipients login names
 * @param paragraphs plain text, in order
 * @param facts shown as a small table below
 * @param link where to go from here, or null
 */
public record Message(
        String key,
        String about,
        List<String> recipients,
        String subject,
        List<String> paragraphs,
        List<Fact> facts,
        @Nullable Link link) {

    public Message {
        recipients = List.copyOf(recipients);
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
    }

    /** One line of the small table. */
    public record Fact(String name, String value) {}

    /**
     * A way to a page.
     *
     * @param address absolute
     */
    public record Link(String text, String address) {}
}
