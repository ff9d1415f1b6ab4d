package io.followthrough.notification;

import java.util.List;

/**
 * Something people are to hear with their next digest.
 *
 * @param key unique to the occasion; the same person hears of it once, however often it is said
 * @param about what it is about ({@code PM-42-3} or {@code PM-42})
 * @param recipients login names
 * @param title what it is about in words
 * @param words one or two sentences
 * @param source by which row of which table it is said; empty for none
 * @param page path of the page where something can be done about it
 */
public record Notice(
        String key,
        String about,
        List<String> recipients,
        Todo todo,
        String title,
        String words,
        String source,
        String page) {

    public Notice {
        recipients = List.copyOf(recipients);
    }
}
