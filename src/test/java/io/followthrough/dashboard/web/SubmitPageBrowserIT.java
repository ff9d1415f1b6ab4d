package io.followthrough.dashboard.web;

import static io.followthrough.ADocument.aDocument;
import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The page on which people hand in a postmortem. */
class SubmitPageBrowserIT extends WithPostmortems {

    @TempDir
    private Path files;

    private Chromium browser;

    @BeforeEach
    void open() {
        browser = Chromium.open(base).login("author");
        browser.go("/submit");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsWhatWasReadBeforeAnythingIsStored() {
        int before = postmortems();

        browser.find("#source").sendKeys(aDocument().titled("Typed by hand").text());

        awaitReading("Typed by hand");
        assertThat(browser.find("#reading").getText()).contains("UTC", "30 % affected", "4 steps", "1 item", "ticket");
        awaitText("#verdict", "Ready for review.");
        assertThat(postmortems()).isEqualTo(before);
    }

    @Test
    void storesADraftThenChangesItAndSendsItToReview() {
        browser.find("#source").sendKeys(aDocument().titled("First words").text());
        browser.find("button[value=draft]").click();
        browser.findText("is stored as a draft");
        String number = browser.location().replace("/postmortems/", "");

        browser.driver().findElement(By.linkText("Edit text")).click();
        WebElement source = browser.find("#source");
        assertThat(source.getDomProperty("value")).contains("First words");
        source.clear();
        source.sendKeys(aDocument().titled("Second thoughts").text());
        awaitReading("Second thoughts");
        browser.find("button[value=review]").click();

        browser.findText("went to review");
        assertThat(api("/api/postmortems/" + number).path("status").asText()).isEqualTo("in-review");
        assertThat(api("/api/postmortems/" + number).path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void saysWhatIsMissingAndLeadsToTheLine() {
        browser.find("#source")
                .sendKeys(
                        "# Postmortem: mail stood still\n\n## Timeline\n\n- 09:00: it stops\n- 10:00: it runs\n\n## Root cause\n\nA full disk.\n");

        awaitReading("mail stood still");
        assertThat(browser.find("#reading").getText()).contains("not found");
        awaitText("#verdict", "to mend before the review");
        browser.find("#reading .findings button").click();
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("source");
    }

    @Test
    void saysThatATextIsNoPostmortem() {
        browser.find("#source").sendKeys("Dear all, the canteen opens at noon on Friday.");

        awaitReading("does not read like a postmortem");
    }

    @Test
    void readsTheFileThatIsChosen() throws IOException {
        choose("postmortem.md", aDocument().titled("From a file").text().getBytes());

        awaitReading("From a file");
        assertThat(browser.find("#source").getDomProperty("value")).contains("From a file");
    }

    @Test
    void readsAFileInAnOlderEncoding() throws IOException {
        choose(
                "alt.txt",
                aDocument()
                        .titled("Stoerung im Buero \u2013 Gr\u00f6\u00dfe")
                        .text()
                        .getBytes("windows-1252"));

        awaitReading("\u2013 Gr\u00f6\u00dfe");
    }

    @Test
    void refusesAFileThatIsNoTextAndAFileThatIsTooLong() throws IOException {
        choose("image.txt", new byte[] {'P', 'K', 3, 4, 0, 0, 1});
        awaitText("#problem", "image.txt is no text file");

        choose("log.txt", "word ".repeat(400_000).getBytes());
        awaitText("#problem", "log.txt has 2,000 kB");

        choose("nothing.txt", new byte[0]);
        awaitText("#problem", "nothing.txt is empty");
        assertThat(browser.find("#source").getDomProperty("value")).isEmpty();
    }

    private void choose(String name, byte[] content) throws IOException {
        Path file = Files.write(files.resolve(name), content);
        browser.driver()
                .findElement(By.id("file"))
                .sendKeys(file.toAbsolutePath().toString());
    }

    private void awaitReading(String words) {
        awaitText("#reading", words);
    }

    private void awaitText(String css, String words) {
        browser.until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), words));
    }

    private int postmortems() {
        Integer count = jdbc.queryForObject("select count(*) from postmortem", Integer.class);
        return count == null ? 0 : count;
    }
}
