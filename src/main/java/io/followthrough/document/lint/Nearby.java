package io.followthrough.document.lint;

import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import org.jspecify.annotations.Nullable;

/** Finds the date that stands right beside a weekday: "Monday, February 14". */
final class Nearby {

    private static final int GAP = 4;

    private Nearby() {}

    static Mention.@Nullable Date date(String text, Mention.Weekday weekday) {
        for (Mention mention : Mentions.in(text)) {
            if (mention instanceof Mention.Date date) {
                boolean after = date.start() >= weekday.end() && date.start() - weekday.end() <= GAP;
                boolean before = weekday.start() >= date.end() && weekday.start() - date.end() <= GAP;
                if (after || before) {
                    return date;
                }
            }
        }
        return null;
    }
}
