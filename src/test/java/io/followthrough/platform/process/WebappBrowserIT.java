package io.followthrough.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Chromium;
import io.followthrough.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class WebappBrowserIT extends IntegrationTest {

    @Test
    void aReviewerFindsTheListsWithoutSettingAnythingUp() {
        try (Chromium browser = Chromium.open(base).login("reviewer")) {
            browser.go("/camunda/app/tasklist/default/");

            assertThat(browser.findText("My tasks").isDisplayed()).isTrue();
            assertThat(browser.findText("Reviews waiting").isDisplayed()).isTrue();
            assertThat(browser.findText("Decisions waiting").isDisplayed()).isTrue();
            assertThat(browser.driver().findElements(By.cssSelector(".ce-eol-banner")))
                    .isNotEmpty()
                    .noneMatch(banner -> banner.isDisplayed());
            assertThat(browser.driver().findElements(By.cssSelector(".create-task-action")))
                    .isNotEmpty()
                    .noneMatch(button -> button.isDisplayed());
        }
    }

    @Test
    void loggingOutOfTheTasklistEndsBothSessions() {
        try (Chromium browser = Chromium.open(base).login("manager")) {
            browser.go("/camunda/app/tasklist/default/");
            browser.find(".account .dropdown-toggle, .account.dropdown a").click();
            browser.find(".logout a").click();

            browser.until(driver -> browser.location().startsWith("/login"));
            browser.go("/camunda/app/tasklist/default/");
            assertThat(browser.location()).startsWith("/login");
        }
    }

    @Test
    void theBrandOfTheTasklistLeadsHome() {
        try (Chromium browser = Chromium.open(base).login("author")) {
            browser.go("/camunda/app/tasklist/default/");
            browser.find(".navbar-brand").click();

            browser.until(driver -> !browser.location().startsWith("/camunda"));
            assertThat(browser.location()).isEqualTo("/");
        }
    }

    @Test
    void anAdminSeesCockpitAndAdmin() {
        try (Chromium browser = Chromium.open(base).login("admin")) {
            browser.go("/camunda/app/cockpit/default/");
            assertThat(browser.findText("Process Definition").isDisplayed()).isTrue();
            browser.go("/camunda/app/admin/default/");
            assertThat(browser.findText("Users").isDisplayed()).isTrue();
        }
    }
}
