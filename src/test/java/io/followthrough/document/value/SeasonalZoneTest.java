package io.followthrough.document.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.IncidentWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonalZoneTest {

    @ParameterizedTest
    @CsvSource({
        "EST, January 10th, America/New_York",
        "EST, August 10th, ",
        "EDT, August 10th, America/New_York",
        "EDT, January 10th, ",
        "CET, August 10th, ",
        "CEST, August 10th, Europe/Paris"
    })
    void namesTheIanaZoneOnlyWhereClocksShowedItOnThatDay(String zone, String day, String certain) {
        IncidentWindow window =
                Documents.read("""
                        # Postmortem: Mail stood still

                        ## Summary

                        **Duration:** 1 hour, from 10:00 AM to 11:00 AM %s on %s, 2026.

                        ## Timeline

                        - 10:00 AM: The queue stops.
                        - 11:00 AM: The queue runs again.

                        ## Tasks

                        1. Add an alert on the length of the queue
                        """.formatted(zone, day)).document().incident();

        assertThat(window.zone()).isEqualTo(zone);
        assertThat(window.zoneId()).isEqualTo(certain);
    }

    @Test
    void knowsNothingOfZonesThatHoldAllYear() {
        assertThat(SeasonalZone.named("UTC")).isNull();
        assertThat(SeasonalZone.named("EAT")).isNull();
    }
}
