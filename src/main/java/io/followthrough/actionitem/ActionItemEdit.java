package io.followthrough.actionitem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A change of an action item; what is null stays as it is. */
public record ActionItemEdit(
        @Nullable String owner,
        @Nullable Priority priority,
        @Nullable LocalDate due,
        @Nullable ActionItemKind kind) {}
