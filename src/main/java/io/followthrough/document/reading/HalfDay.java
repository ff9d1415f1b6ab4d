package io.followthrough.document.reading;

import io.followthrough.document.reading.TimelineReader.Step;
import io.followthrough.document.value.Mention;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells which half of the day a timeline means that goes by the twelve hours of a clock: the one of the incident. */
final class HalfDay {

    private static final int FEWEST = 3;
    /** The share of the steps that has to lie in the window; some tell what led to it and what came after. */
    private static final double MOST = 0.66;

    private static final int TWELVE = 12;

    private HalfDay() {}

    /**
     * The steps in the afternoon, where that alone brings them into the stated window; as they are otherwise.
     *
     * @param start of the window, or null
     * @param end of the window, or null
     */
    static List<Step> of(List<Step> steps, @Nullable LocalTime start, @Nullable LocalTime end) {
        if (start == null || end == null || start.getHour() < TWELVE || end.isBefore(start)) {
            return steps;
        }
        List<Mention.Time> times = steps.stream()
                .map(Step::moment)
                .filter(moment -> moment != null && moment.time() != null)
                .map(Moment::time)
                .toList();
        LocalTime from = start.minusHours(1);
        LocalTime to = end.getHour() == LocalTime.MAX.getHour() ? LocalTime.MAX : end.plusHours(1);
        Predicate<LocalTime> inside = time -> !time.isBefore(from) && !time.isAfter(to);
        long fitting = times.stream().filter(time -> inside.test(later(time))).count();
        boolean meant = times.size() >= FEWEST
                && fitting >= MOST * times.size()
                && times.stream().allMatch(time -> time.bare() && !time.malformed())
                && times.stream().noneMatch(time -> inside.test(time.time()));
        return meant ? steps.stream().map(HalfDay::later).toList() : steps;
    }

    private static Step later(Step step) {
        Moment moment = step.moment();
        Mention.Time time = moment == null ? null : moment.time();
        if (moment == null || time == null) {
            return step;
        }
        Mention.Time meant = new Mention.Time(time.start(), time.end(), later(time), false, true, false);
        return new Step(
                new Moment(moment.date(), meant, moment.zone()),
                step.underDay(),
                step.text(),
                step.explained(),
                step.line());
    }

    private static LocalTime later(Mention.Time time) {
        return time.time().getHour() < TWELVE ? time.time().plusHours(TWELVE) : time.time();
    }
}
