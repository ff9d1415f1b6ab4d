package io.followthrough.notification;

import java.time.Instant;

/**
 * Something that channels may tell; heard in the transaction in which it happens, told after its commit.
 *
 * @param id unique to the occasion; each channel tells it once
 * @param type what happened, as in {@code action-item.settled}
 * @param about id of what it is about
 * @param words one or two sentences
 * @param page path of the page about it
 * @param urgent whether people who chat are told, too, and not only programs
 */
public record News(
        String id, String type, String about, String title, String words, String page, Instant at, boolean urgent) {}
