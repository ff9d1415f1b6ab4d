package io.followthrough.document.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at 2:15 PM | 14:15",
                "at 2:15pm, | 14:15",
                "3:00 p.m. to | 15:00",
                "12:00 AM | 00:00",
                "12:30 pm | 12:30",
                "14:02 UTC | 14:02",
                "13:02:10: restart | 13:02:10",
                "0300hrs (EAT) | 03:00",
                "6PM | 18:00",
                "11 am | 11:00",
                "12.15 AM | 00:15",
                "at 19.00 | 19:00",
                "11:21a | 11:21",
                "12:28p | 12:28",
                "~01:00 | 01:00",
                "13:06 PM | 13:06",
                "at midnight | 00:00",
                "at noon | 12:00",
                "24:00 | 00:00"
            })
    void readsTimes(String text, LocalTime time) {
        assertThat(only(text, Mention.Time.class).time()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port 8080",
                "v1.13",
                "10.0.0.1:80",
                "ratio 25:99",
                "2 of 3",
                "1.328.0",
                "500 errors",
                "3.5 GB",
                "accept4()"
            })
    void takesNoOtherNumberForATime(String text) {
        assertThat(Mentions.in(text)).noneMatch(Mention.Time.class::isInstance);
    }

    @Test
    void marksTimesNoClockShows() {
        assertThat(only("13:06 PM", Mention.Time.class).malformed()).isTrue();
        assertThat(only("1:06 PM", Mention.Time.class).malformed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-05-10 | 2024-05-10",
                "on November 12, 2023 | 2023-11-12",
                "May 5th, 2024 | 2024-05-05",
                "8th Nov 2023 | 2023-11-08",
                "the 10th of  April , 2024 | 2024-04-10",
                "05/16/23 | 2023-05-16",
                "16/05/2023 | 2023-05-16",
                "Due: 22 July 2026. | 2026-07-22",
                "Sept. 3, 2024 | 2024-09-03",
                "20-11-2018 | 2018-11-20",
                "06/May/2022 | 2022-05-06",
                "on 6-Oct-22 at | 2022-10-06",
                "2022-Oct-06 | 2022-10-06"
            })
    void readsDays(String text, LocalDate day) {
        assertThat(only(text, Mention.Date.class).inYear(null)).isEqualTo(day);
    }

    @Test
    void takesTheYearOfADayWithoutOneFromElsewhere() {
        assertThat(only("on February 14", Mention.Date.class).inYear(2022)).isEqualTo(LocalDate.of(2022, 2, 14));
        assertThat(only("on February 14", Mention.Date.class).inYear(null)).isNull();
        assertThat(only("on February 30, 2022", Mention.Date.class).inYear(null))
                .isNull();
    }

    @Test
    void doesNotGuessDaysThatCanBeReadTwoWays() {
        Mention.Date date = only("04-12-2022", Mention.Date.class);

        assertThat(date.ambiguous()).isTrue();
        assertThat(date.inYear(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"may 5 of them", "24/7 support", "and march on", "a 2/3 majority", "etcd v3.5.0", "4-may-be-7"})
    void takesNoOtherWordForADay(String text) {
        assertThat(Mentions.in(text)).noneMatch(Mention.Date.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2:00 PM GMT | GMT",
                "3:00 p.m (EAT), the | EAT",
                "10:15 AM GMT+02:00, our | GMT+02:00",
                "10:00 AM (UTC-5) | UTC-5",
                "Timeline (all times in Pacific Time) | Pacific Time",
                "All times in PDT (UTC-7). | PDT (UTC-7)",
                "12:00 EAT (Makadara, Nairobi) | EAT (Makadara, Nairobi)",
                "at 9:00 ET | ET"
            })
    void readsZonesAsWritten(String text, String zone) {
        assertThat(only(text, Mention.Zone.class).written()).isEqualTo(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The CAT scanner", "MT was down", "an ART project", "est. 1900"})
    void takesNoOtherWordForAZone(String text) {
        assertThat(Mentions.in(text)).noneMatch(Mention.Zone.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 hours and 45 minutes | 165",
                "4 hours 30 minutes | 270",
                "approximately three hours | 180",
                "1.5 hours | 90",
                "47 minutes | 47",
                "an hour | 60",
                "half an hour | 30",
                "two and a half hours | 150",
                "31 days | 44640",
                "a 3-hour outage | 180"
            })
    void readsDurations(String text, int minutes) {
        assertThat(only(text, Mention.Duration.class).minutes()).isEqualTo(minutes);
    }

    @Test
    void readsPercents() {
        assertThat(all("60% or 3.6 % or 40 percent or 5 per cent", Mention.Percent.class))
                .extracting(Mention.Percent::value)
                .containsExactly(60.0, 3.6, 40.0, 5.0);
    }

    @Test
    void knowsTheIanaZoneOnlyWhereItIsCertain() {
        assertThat(Zones.id("EAT")).isEqualTo("Africa/Nairobi");
        assertThat(Zones.id("CST")).isNull();
        assertThat(Zones.id("IST")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "March, 12th, 2025 | 2025-03-12",
                "03, 14, 2025, 10:00 AM | 2025-03-14",
                "14, 03, 2025 | 2025-03-14",
                "March 12th, 25, 9:10 PM | 2025-03-12",
                "March 12th, 25, and ended | 2025-03-12"
            })
    void readsDaysWithCommas(String text, LocalDate day) {
        assertThat(only(text, Mention.Date.class).inYear(null)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In March, 12 lifts stood still",
                "rooms 10, 11, 12, 2025",
                "On floors 3, 14, 15 and 2025",
                "9/10 of the lifts"
            })
    void takesNoListOfNumbersForADay(String text) {
        assertThat(Mentions.in(text)).noneMatch(Mention.Date.class::isInstance);
    }

    @Test
    void takesNoListBehindADayForItsYear() {
        assertThat(only("On March 12th, 25, 30 and 40 lifts failed", Mention.Date.class)
                        .year())
                .isNull();
    }

    @Test
    void putsADayInTwoOrdersBesideTheKnownOne() {
        Mention.Date date = only("3/12 7:55", Mention.Date.class);

        assertThat(date.inYear(2025)).isNull();
        assertThat(date.beside(LocalDate.of(2025, 3, 14))).isEqualTo(LocalDate.of(2025, 3, 12));
        assertThat(date.beside(LocalDate.of(2026, 1, 2))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"12;45PM, 12:45", "3:PM, 15:00", "13:06 PM, 13:06"})
    void saysWhereNoClockShowsATime(String text, LocalTime time) {
        Mention.Time mention = only(text, Mention.Time.class);

        assertThat(mention.time()).isEqualTo(time);
        assertThat(mention.malformed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9:10 AM (Kampala time) | Kampala time | Africa/Kampala",
                "Timeline (New York Time) | New York Time | America/New_York",
                "at 9:10 Nigerian time | Nigerian time | Africa/Lagos",
                "All times US/Pacific, by the clock in the hall | US/Pacific | US/Pacific",
                "9:10 (America/Argentina/Buenos_Aires) | America/Argentina/Buenos_Aires | America/Argentina/Buenos_Aires",
                "20:20 GST : the lift stops | GST | Asia/Dubai",
                "10:00PM [10/10/2022] EAT | EAT | Africa/Nairobi",
                "08:19:34+0100 | +0100 |",
                "09:18pm, West Africa Standard Time | West Africa Standard Time | Africa/Lagos"
            })
    void readsZonesOfPlaces(String text, String name, String id) {
        assertThat(only(text, Mention.Zone.class).name()).isEqualTo(name);
        assertThat(Zones.id(name)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We met in Paris. Time was short",
                "every lima time",
                "1+1000 lifts",
                "US/EU guests",
                "Asia/Europe trips"
            })
    void takesNoPlaceAloneForAZone(String text) {
        assertThat(Mentions.in(text)).noneMatch(Mention.Zone.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon Apr  7 08:15:00 UTC 2025",
                "Apr 7 08:15:00 2025",
                "7 April at 8:15AM 2025",
                "07.04.2025",
                "the 7th of April at 08:15 2025"
            })
    void readsTheYearWhereverItStands(String text) {
        assertThat(only(text, Mention.Date.class).year()).isEqualTo(2025);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on 7 April at 08:15 2019 requests failed", "7 April, 08:15, error 2025"})
    void takesNoCountForAYear(String text) {
        assertThat(only(text, Mention.Date.class).year()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version 20.04.22", "20.04.22.1", "host 20.04.22 answered"})
    void takesNoVersionForADay(String text) {
        assertThat(all(text, Mention.Date.class)).isEmpty();
    }

    private static <M extends Mention> M only(String text, Class<M> kind) {
        assertThat(all(text, kind)).hasSize(1);
        return all(text, kind).get(0);
    }

    private static <M extends Mention> List<M> all(String text, Class<M> kind) {
        return Mentions.in(text).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void readsFourDigitsBehindADayAsItsTime() {
        assertThat(only("2025-04-01 0251: the lift stops", Mention.Time.class).time())
                .isEqualTo(LocalTime.of(2, 51));
        assertThat(Mentions.in("2025-04-01 2510 guests")).noneMatch(Mention.Time.class::isInstance);
        assertThat(Mentions.in("order 0251: oil")).noneMatch(Mention.Time.class::isInstance);
    }

    @Test
    void readsAnHourAloneThatSharesItsHalfOfTheDay() {
        assertThat(Mentions.in("From 4pm to 6 GMT"))
                .filteredOn(Mention.Time.class::isInstance)
                .extracting(mention -> ((Mention.Time) mention).time())
                .containsExactly(LocalTime.of(16, 0), LocalTime.of(18, 0));
        assertThat(Mentions.in("From 4pm to 6 lifts"))
                .filteredOn(Mention.Time.class::isInstance)
                .hasSize(1);
    }
}
