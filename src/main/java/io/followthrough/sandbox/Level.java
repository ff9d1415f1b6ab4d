package io.followthrough.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The priorities, most urgent first. */
enum Level {
    HIGHEST("1", "Highest"),
    HIGH("2", "High"),
    MEDIUM("3", "Medium"),
    LOW("4", "Low"),
    LOWEST("5", "Lowest");

    final String id;
    final String title;

    Level(String id, String title) {
        this.id = id;
        this.title = title;
    }

    static Optional<Level> withIdOrName(String id, String name) {
        return Arrays.stream(values())
                .filter(level -> level.id.equals(id) || level.title.equalsIgnoreCase(name))
                .findFirst();
    }
}
