package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Chromium;
import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemBpmn.Elements;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.actionitem.Settlement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code bpmn/forms/decide-action-item.html} in the Tasklist. */
class DecisionFormBrowserIT extends WithOpenItems {

    private static final String COMPLETE = "button[ng-click='complete()']";

    @Autowired
    private ActionItems items;

    @Autowired
    private TaskService tasks;

    @Test
    void givesMoreTimeToAnotherOwner() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        passTo(due.plusDays(21), id);
        LocalDate later = time.today().plusDays(10);

        try (Chromium chromium = openedBy("manager", id)) {
            assertThat(chromium.find("#ft-meta").getText())
                    .isEqualTo(id + " of " + postmortemOf(id) + " is 21 days overdue.");
            assertThat(chromium.find("#ft-escalations").getText())
                    .contains("late-4: Ann Author, Rita Reviewer, Mona Manager");
            choose(chromium, "#ft-decision", "extend");
            assertThat(chromium.find(COMPLETE).isEnabled()).isFalse();
            chromium.find("#ft-due").sendKeys(later.format(DateTimeFormatter.ofPattern("MMddyyyy")));
            choose(chromium, "#ft-owner", "lead");
            chromium.find("#ft-reason").sendKeys("The vendor was late {{1+1}}");
            complete(chromium, id);
        }

        ActionItem item = items.get(id);
        assertThat(item.dueDate()).isEqualTo(later);
        assertThat(item.owner()).isEqualTo("lead");
        assertThat(jdbc.queryForObject(
                        "select detail from history_entry where subject = ? and action = 'extended'", String.class, id))
                .isEqualTo("The vendor was late {{1+1}}");
    }

    @Test
    void settlesWhatWillNotBeDone() {
        String id = anOpenItem(Priority.P1, aMonday().minusDays(40));

        try (Chromium chromium = openedBy("manager", id)) {
            choose(chromium, "#ft-decision", "wont-do");
            chromium.find("#ft-reason").sendKeys("The service was switched off");
            complete(chromium, id);
        }

        assertThat(items.get(id).settlement()).isEqualTo(Settlement.WONT_DO);
    }

    @Test
    void doesNotLetTheOwnerGiveUpTheirOwnItem() {
        String id = anOpenItem(Priority.P1, aMonday().minusDays(40));
        items.edit(id, new ActionItemEdit("manager", null, null, null), "reviewer");

        try (Chromium chromium = openedBy("manager", id)) {
            assertThat(chromium.find("#ft-own").getText()).contains("somebody else has to agree");
            assertThat(chromium.find("#ft-decision option[value='wont-do']").isEnabled())
                    .isFalse();
        }

        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.OPEN);
    }

    @Test
    void saysInItsOwnWordsWhyADecisionIsRefused() {
        String id = anOpenItem(Priority.P1, aMonday().minusDays(40));

        try (Chromium chromium = openedBy("manager", id)) {
            choose(chromium, "#ft-decision", "wont-do");
            chromium.find("#ft-reason").sendKeys("The service was switched off");
            items.edit(id, new ActionItemEdit("manager", null, null, null), "reviewer");
            chromium.click(By.cssSelector(COMPLETE));

            assertThat(chromium.find("#ft-problem").getText())
                    .isEqualTo("You own " + id + ": somebody else has to agree that it will not be done.");
        }
    }

    private Chromium openedBy(String person, String id) {
        Chromium chromium = Chromium.open(base).login(person);
        String task = taskOf(id);
        tasks.claim(task, person);
        chromium.go("/camunda/app/tasklist/default/#/?task=" + task);
        WebElement meta = chromium.find("#ft-meta");
        chromium.until(driver -> meta.getText().startsWith(id));
        return chromium;
    }

    private static void choose(Chromium chromium, String css, String value) {
        new Select(chromium.find(css)).selectByValue(value);
    }

    private void complete(Chromium chromium, String id) {
        chromium.until(driver -> driver.findElement(By.cssSelector(COMPLETE)).isEnabled());
        chromium.click(By.cssSelector(COMPLETE));
        chromium.until(driver -> taskOf(id) == null);
    }

    private String taskOf(String id) {
        return tasks.createTaskQuery().processInstanceBusinessKey(id).taskDefinitionKey(Elements.DECIDE).list().stream()
                .map(task -> task.getId())
                .findFirst()
                .orElse(null);
    }

    private static String postmortemOf(String id) {
        return id.substring(0, id.lastIndexOf('-'));
    }
}
