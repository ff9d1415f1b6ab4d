package io.followthrough.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlanSettingsIT extends IntegrationTest {

    @Autowired
    private PlanSettings settings;

    private String item;

    @BeforeEach
    void planAnItem() {
        Long number = jdbc.queryForObject(
                "insert into postmortem (number, title, author, status, revision, created_at, approved_by,"
                        + " approved_sha256, published_at, version) values (nextval('postmortem_number'), 'Outage',"
                        + " 'author', 'PUBLISHED', 1, now(), 'reviewer', 'none', now(), 0) returning number",
                Long.class);
        item = "PM-" + number + "-1";
        jdbc.update(
                "insert into action_item (id, postmortem, position, title, description, kind, priority,"
                        + " priority_proposed, owner, owner_proposed, due_date, due_date_proposed, done_in_document,"
                        + " status, settlement, due_date_cycle, opened_at, armed_at, settled_at, version) values"
                        + " (?, ?, 1, 'Watch the disks', '', 'DETECT', 'P2', false, 'author', false, current_date,"
                        + " false, false, 'SETTLED', 'DONE', 1, now(), now(), now(), 0)",
                item,
                number);
        jdbc.update(
                "insert into escalation_plan (action_item, due_date_cycle, policy_version, planned_at)"
                        + " values (?, 1, 'v1', now())",
                item);
    }

    @AfterEach
    void forgetThePlan() {
        jdbc.update("delete from escalation_plan where action_item = ?", item);
        settings.started();
        jdbc.update("update escalation_plan set outdated = false");
    }

    @Test
    void letsAllBePlannedAnewAfterAStartWithOtherSettingsOnly() {
        settings.started();
        jdbc.update("update escalation_plan set outdated = false");
        settings.started();
        assertThat(isOutdated()).isFalse();

        jdbc.update("update setting set value = 'Mars/Olympus' where name = 'plan-settings'");
        settings.started();

        assertThat(isOutdated()).isTrue();
    }

    private boolean isOutdated() {
        return jdbc.queryForObject("select outdated from escalation_plan where action_item = ?", Boolean.class, item);
    }
}
