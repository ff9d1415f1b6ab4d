package io.followthrough.document.value;

import java.util.ArrayList;
import java.util.List;

/** Gives a day without a year the year of the day it is in one range with: "May 10 to May 11, 2023". */
final class DateRanges {

    private static final int NEAR = 60;

    private DateRanges() {}

    static List<Mention> complete(List<Mention> found) {
        if (found.size() <= 1) {
            return List.copyOf(found);
        }
        List<Mention> completed = new ArrayList<>(found);
        int next = -1;
        for (int i = completed.size() - 1; i >= 0; i--) {
            if (completed.get(i) instanceof Mention.Date date) {
                if (date.year() == null
                        && next >= 0
                        && completed.get(next) instanceof Mention.Date later
                        && later.year() != null
                        && later.start() - date.end() <= NEAR
                        && later.month() >= date.month()) {
                    completed.set(
                            i,
                            new Mention.Date(
                                    date.start(),
                                    date.end(),
                                    later.year(),
                                    date.month(),
                                    date.day(),
                                    date.ambiguous(),
                                    date.malformed(),
                                    date.lastDay()));
                }
                next = i;
            }
        }
        return completed;
    }
}
