package io.followthrough.sandbox;

import java.util.Arrays;

/** The columns of the board, and the transition that leads into each. */
enum Status {
    TO_DO("10000", "To Do", "new", 2, "blue-gray", "11"),
    IN_PROGRESS("10001", "In Progress", "indeterminate", 4, "yellow", "21"),
    DONE("10002", "Done", "done", 3, "green", "31");

    final String id;
    final String title;
    final String category;
    final int categoryId;
    final String colour;
    final String transition;

    Status(String id, String title, String category, int categoryId, String colour, String transition) {
        this.id = id;
        this.title = title;
        this.category = category;
        this.categoryId = categoryId;
        this.colour = colour;
        this.transition = transition;
    }

    static Status withId(String id) {
        return Arrays.stream(values())
                .filter(status -> status.id.equals(id))
                .findFirst()
                .orElse(TO_DO);
    }
}
