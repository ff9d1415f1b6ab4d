package io.followthrough.escalation;

import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.team.Calendars;
import io.followthrough.team.WorkingTime;
import java.time.zone.ZoneRulesProvider;
import java.util.TreeSet;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices at the start that rungs are counted otherwise than when they were planned: another zone of the installation,
 * other working hours by default, other rules of the zones. No event tells of these, and timers would stay where they
 * are.
 */
@Component
class PlanSettings {

    private static final String SETTING = "plan-settings";

    private final JdbcClient jdbc;
    private final RungPlans plans;
    private final Calendars calendars;
    private final FollowthroughProperties properties;

    PlanSettings(JdbcClient jdbc, RungPlans plans, Calendars calendars, FollowthroughProperties properties) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.calendars = calendars;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void started() {
        boolean changed = jdbc.sql("insert into setting (name, value) values (?, ?) on conflict (name) do update"
                                + " set value = excluded.value where setting.value <> excluded.value")
                        .params(SETTING, present())
                        .update()
                > 0;
        if (changed) {
            plans.outdateAll();
        }
    }

    private String present() {
        WorkingTime usual = calendars.standardTime();
        String rules = ZoneRulesProvider.getVersions(properties.zone().getId())
                .lastEntry()
                .getKey();
        return String.join(
                " ",
                properties.zone().getId(),
                rules,
                usual.region(),
                new TreeSet<>(usual.workdays()).toString(),
                usual.from() + "-" + usual.until(),
                usual.quietFrom() + "-" + usual.quietUntil());
    }
}
