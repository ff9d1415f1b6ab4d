package io.followthrough.document;

/**
 * A broad thing that can be improved; it becomes no ticket.
 *
 * @param description what follows the title, empty when there is only a title
 * @param line line in the source, from 1
 * @param column where its title starts on the line, from 1
 */
public record Improvement(String title, String description, int line, int column) {}
