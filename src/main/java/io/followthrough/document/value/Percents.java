package io.followthrough.document.value;

import io.followthrough.document.value.Mentions.Match;
import org.jspecify.annotations.Nullable;

/** Reads shares: {@code 60%}, {@code 3.6 %}, {@code 40 percent}. */
final class Percents {

    private Percents() {}

    static @Nullable Match at(Tokens tokens, int i) {
        if (!tokens.at(i).isNumber(1, 3)) {
            return null;
        }
        boolean decimal = tokens.at(i + 1).is(".")
                && tokens.at(i + 2).isNumber(1, 4)
                && !tokens.at(i + 1).spaced()
                && !tokens.at(i + 2).spaced();
        int next = i + (decimal ? 3 : 1);
        int count = tokens.at(next).is("%") || tokens.wordAt(next, "percent")
                ? 1
                : tokens.wordAt(next, "per") && tokens.wordAt(next + 1, "cent") ? 2 : 0;
        if (count == 0) {
            return null;
        }
        double value = Double.parseDouble(tokens.between(i, next - 1));
        int end = tokens.at(next + count - 1).end();
        return value > 100 ? null : new Match(new Mention.Percent(tokens.at(i).start(), end, value), next + count - i);
    }
}
