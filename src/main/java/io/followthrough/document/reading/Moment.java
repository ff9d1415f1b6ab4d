package io.followthrough.document.reading;

import io.followthrough.document.value.Mention;
import org.jspecify.annotations.Nullable;

/** A time of day with the date and zone that stand beside it, or a date alone. */
record Moment(Mention.@Nullable Date date, Mention.@Nullable Time time, Mention.@Nullable Zone zone) {

    int start() {
        int dateStart = date == null ? Integer.MAX_VALUE : date.start();
        int timeStart = time == null ? Integer.MAX_VALUE : time.start();
        return Math.min(dateStart, timeStart);
    }

    int end() {
        int end = zone == null ? 0 : zone.end();
        end = Math.max(end, date == null ? 0 : date.end());
        return Math.max(end, time == null ? 0 : time.end());
    }

    Moment withDate(Mention.@Nullable Date other) {
        return new Moment(other, time, zone);
    }
}
