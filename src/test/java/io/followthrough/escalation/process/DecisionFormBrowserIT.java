package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Chromium;
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
    void givesMoreTimeWithinWhatItShowsAsAllowed() {
        String id = anItemToDecide();
        LocalDate latest = time.today().plusDays(14);

        try (Chromium chromium = openedBy("manager", id)) {
            assertThat(chromium.find("#ft-meta").getText())
                    .isEqualTo(id + " of " + postmortemOf(id) + " is 40 days overdue.");
            assertThat(chromium.find("#ft-allowed").getText())
                    .isEqualTo("Allowed: a promise until " + latest + "; 2 extensions, this one at most until " + latest
                            + ".");
            choose(chromium, "#ft-decision", "extend");
            assertThat(chromium.find(COMPLETE).isEnabled()).isFalse();
            assertThat(chromium.find("#ft-due").getAttribute("max")).isEqualTo(latest.toString());
            chromium.find("#ft-due").sendKeys(latest.format(DateTimeFormatter.ofPattern("MMddyyyy")));
            chromium.find("#ft-reason").sendKeys("The vendor was late {{1+1}}");
            complete(chromium, id);
        }

        assertThat(items.get(id).dueDate()).isEqualTo(latest);
        assertThat(jdbc.queryForObject(
                        "select detail from history_entry where subject = ? and action = 'extended'", String.class, id))
                .isEqualTo("Extension 1 of 2, until " + latest + ": The vendor was late {{1+1}}");
    }

    @Test
    void asksSomebodyElseToTakeIt() {
        String id = anItemToDecide();

        try (Chromium chromium = openedBy("manager", id)) {
            choose(chromium, "#ft-decision", "hand-over");
            choose(chromium, "#ft-owner", "lead");
            chromium.find("#ft-reason").sendKeys("You know it");
            complete(chromium, id);
        }

        assertThat(items.get(id).owner()).isEqualTo("author");
        assertThat(jdbc.queryForObject("select to_person from hand_over where action_item = ?", String.class, id))
                .isEqualTo("lead");
    }

    @Test
    void decidesOnThePageAndShowsWhatIsAllowed() {
        String id = anItemToDecide();
        LocalDate latest = time.today().plusDays(14);

        try (Chromium chromium = Chromium.open(base).login("manager")) {
            chromium.go("/action-items/" + id + "/decide");
            assertThat(chromium.find("main").getText())
                    .contains("Mona Manager is asked since", "2 extensions, this one at most until " + latest);
            chromium.click(By.cssSelector("input[value='extend']"));
            chromium.find("#reason").sendKeys("The vendor was late");
            chromium.click(By.cssSelector("#decide button"));
            assertThat(chromium.find(".alert").getText()).contains("Choose a day");
            assertThat(chromium.find("#reason").getAttribute("value")).isEqualTo("The vendor was late");
            chromium.find("#due").sendKeys(latest.format(DateTimeFormatter.ofPattern("MMddyyyy")));
            chromium.click(By.cssSelector("#decide button"));
            chromium.until(driver -> taskOf(id) == null);
            assertThat(chromium.find(".alert").getText()).contains("is carried out");
        }

        assertThat(items.get(id).dueDate()).isEqualTo(latest);
    }

    @Test
    void isAcceptedOnThePageOfWhoIsAsked() {
        String id = anItemToDecide();
        LocalDate promised = time.today().plusDays(7);

        try (Chromium chromium = Chromium.open(base).login("manager")) {
            chromium.go("/action-items/" + id + "/hand-over");
            choose(chromium, "#to", "lead");
            chromium.find("#why").sendKeys("You know it");
            chromium.click(By.cssSelector("#offer-form button"));
            assertThat(chromium.find(".alert.is-good").getText()).contains("is offered");
        }
        try (Chromium chromium = Chromium.open(base).login("lead")) {
            chromium.go("/action-items/" + id + "/hand-over");
            chromium.find("#due").sendKeys(promised.format(DateTimeFormatter.ofPattern("MMddyyyy")));
            chromium.click(By.cssSelector("#answer-form button[value='accept']"));
            assertThat(chromium.find(".alert.is-good").getText()).contains("You own " + id);
        }

        assertThat(items.get(id).owner()).isEqualTo("lead");
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
    void tellsAnOwnerWhoDecidesThatSomebodyElseHasToAgree() {
        String id = anItemToDecide();
        items.edit(id, new ActionItemEdit("manager", null, null, null), "reviewer");

        try (Chromium chromium = openedBy("manager", id)) {
            assertThat(chromium.find("#ft-own").getText()).contains("somebody else is asked to agree");
            choose(chromium, "#ft-decision", "wont-do");
            chromium.find("#ft-reason").sendKeys("Nobody needs it");
            String task = taskOf(id);
            chromium.until(
                    driver -> driver.findElement(By.cssSelector(COMPLETE)).isEnabled());
            chromium.click(By.cssSelector(COMPLETE));
            chromium.until(driver -> !task.equals(taskOf(id)));
        }

        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(taskOf(id)).isNotNull();
    }

    @Test
    void saysInItsOwnWordsWhyADecisionIsRefused() {
        String id = anItemToDecide();

        try (Chromium chromium = openedBy("manager", id)) {
            choose(chromium, "#ft-decision", "hand-over");
            chromium.find("#ft-reason").sendKeys("You know it");
            chromium.until(
                    driver -> driver.findElement(By.cssSelector(COMPLETE)).isEnabled());
            chromium.click(By.cssSelector(COMPLETE));

            assertThat(chromium.find("#ft-problem").getText()).isEqualTo("Choose who is asked to take it.");
        }
    }

    private Chromium openedBy(String person, String id) {
        Chromium chromium = Chromium.open(base).login(person);
        String task = taskOf(id);
        tasks.setAssignee(task, person);
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
