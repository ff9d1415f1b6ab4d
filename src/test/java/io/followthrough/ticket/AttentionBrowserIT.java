package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Chromium;
import io.followthrough.sandbox.SandboxIssue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.chrome.ChromeDriver;

/** The list of what needs a person, in a real browser. */
class AttentionBrowserIT extends WithTickets {

    private static final int NARROW = 400;

    @Test
    void linksAnotherTicketAndFitsOnANarrowScreen() {
        sandbox.misbehave().refuseFields("summary");
        String refused = anItem();
        worker.drain();
        sandbox.misbehave().reset();
        String given = anItemWithATicket();
        SandboxIssue issue = only(given);
        sandbox.resolve(issue.key(), "Won't Do");
        reconciliation.run();
        String other = aTicketOfSomebody();

        try (Chromium admin = Chromium.open(base).login("admin")) {
            admin.go("/attention");
            picture(admin, "attention-admin");
            admin.go("/postmortems/" + item(given).postmortem());
            picture(admin, "attention-postmortem");
            admin.go("/action-items/" + given);
            picture(admin, "attention-item");
            admin.go("/operations");
            picture(admin, "attention-operations");
        }
        try (Chromium browser = Chromium.open(base).login("lead")) {
            browser.go("/attention");
            browser.click(By.xpath("//form[contains(@action,'" + refused + "/relink')]/../summary"));
            browser.type(By.cssSelector("form[action$='" + refused + "/relink'] input[name=ticket]"), other);
            picture(browser, "attention-wide");
            browser.click(By.cssSelector("form[action$='" + refused + "/relink'] button"));
            browser.findText(refused + " is followed by " + other + " now.");
            assertThat(ticket(refused).key()).isEqualTo(other);

            ((ChromeDriver) browser.driver())
                    .executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            Map.of("width", NARROW, "height", 900, "deviceScaleFactor", 1, "mobile", false));
            for (String path : new String[] {"/attention", "/action-items/" + given}) {
                browser.go(path);
                browser.click(By.xpath("//form[contains(@action,'" + given + "/agree')]/../summary"));
                assertThat((Long) ((JavascriptExecutor) browser.driver())
                                .executeScript("return document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo((long) NARROW);
                picture(browser, "attention-narrow" + path.replace('/', '-'));
            }
        }
    }

    /** For people who want to see it. */
    private static void picture(Chromium browser, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(
                    folder.resolve(name + ".png"),
                    ((TakesScreenshot) browser.driver()).getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
