package io.followthrough.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What users saw.
 *
 * @param text the section as written, or null
 * @param usersAffectedPercent every share of users the document names, in percent, in the order of reading
 */
public record Impact(@Nullable String text, List<Double> usersAffectedPercent) {

    public Impact {
        usersAffectedPercent = List.copyOf(usersAffectedPercent);
    }
}
