package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import org.jspecify.annotations.Nullable;

/** A block of the timeline with the moment it names. */
record Stamped(Block block, @Nullable Stamp stamp) {

    boolean is(Kind kind) {
        return block.is(kind);
    }

    boolean isTimed() {
        return stamp != null && stamp.moment().time() != null;
    }

    /** Whether it begins with its moment. */
    boolean isLed() {
        return stamp != null && !stamp.rest().equals(block.text());
    }

    /** Nothing but a day, over the entries of that day. */
    boolean isDay() {
        return stamp != null && stamp.moment().time() == null && stamp.rest().isEmpty();
    }
}
