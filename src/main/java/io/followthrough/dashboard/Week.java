package io.followthrough.dashboard;

import java.time.LocalDate;

/** How many action items were opened and settled in the week that began on this Monday. */
public record Week(LocalDate monday, int opened, int settled) {}
