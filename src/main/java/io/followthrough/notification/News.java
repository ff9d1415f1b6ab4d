package io.followthrough.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that channels may tell; heard in the transaction in which it happens, told after its commit.
 *
 * @param id unique to the occasion; each channel tells it once
 * @param type what happened, as in {@code action-item.settled}
 * @param about id of what it is about
 * @param words one or two sentences
 * @param page path of the page about it
 * @param urgent whether people who chat are told, too, and not only programs
 * @param team id of the team it concerns, or null for that of the owner of the action item it is about
 */
public record News(
        String id,
        String type,
        String about,
        String title,
        String words,
        String page,
        Instant at,
        boolean urgent,
        @Nullable Long team) {

    public News(
            String id, String type, String about, String title, String words, String page, Instant at, boolean urgent) {
        this(id, type, about, title, words, page, at, urgent, null);
    }
}
