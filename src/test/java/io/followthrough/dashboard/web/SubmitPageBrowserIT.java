package io.followthrough.dashboard.web;

import static io.followthrough.ADocument.aDocument;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.not;

import io.followthrough.Chromium;
import io.followthrough.document.format.FormatSamples;
import io.followthrough.document.format.HostileFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The page on which people hand in a postmortem. */
class SubmitPageBrowserIT extends WithPostmortems {

    private static final String WRONG_DURATION = """
            Postmortem: Photo Upload Standstill

            Issue Summary

            Duration: Uploads stood still for 3 hours, from 13:00 GMT to 15:00 GMT on March 4, 2025.

            Timeline

            - 13:00 GMT: uploads fail
            - 15:00 GMT: uploads work
            """;

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
        awaitText("#verdict", "Ready for review");
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
    void saysWhatIsMissing() {
        type(
                "# Postmortem: mail stood still\n\n## Timeline\n\n- 09:00: it stops\n- 10:00: it runs\n\n## Root cause\n\nA full disk.\n");

        awaitReading("mail stood still");
        assertThat(browser.find("#reading").getText()).contains("not found");
        awaitText("#verdict", "to mend before the review");
    }

    @Test
    void marksAFindingInTheTextAndLeadsToItsPlace() {
        type(filled() + WRONG_DURATION);
        awaitText("#findings", "the text says 3 h");
        assertThat(marked()).anyMatch(mark -> mark.contains("3 hours"));
        WebElement source = browser.find("#source");
        long before = number(source.getDomProperty("scrollTop"));

        browser.click(By.xpath("//*[@id='findings']//button[contains(., 'the text says 3 h')]"));

        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(source);
        String text = source.getDomProperty("value");
        String selected = text.substring((int) number(source.getDomProperty("selectionStart")), (int)
                number(source.getDomProperty("selectionEnd")));
        assertThat(selected).contains("3 hours");
        assertThat(number(source.getDomProperty("scrollTop"))).isGreaterThan(before);
        assertThat(browser.find("#findings li.is-current").getText()).contains("the text says 3 h");
    }

    @Test
    void forgetsAMarkOnceTheTextIsMended() {
        type(WRONG_DURATION);
        awaitText("#findings", "the text says 3 h");

        mend();

        browser.until(not(ExpectedConditions.textToBePresentInElementLocated(By.id("findings"), "the text says 3 h")));
        assertThat(marked()).noneMatch(mark -> mark.contains("hours"));
    }

    @Test
    void appliesAMechanicalFixThatCtrlZTakesBack() {
        type(WRONG_DURATION);
        awaitText("#findings", "the text says 3 h");
        WebElement source = browser.find("#source");

        browser.click(By.xpath("//*[@id='findings']//button[contains(., 'Apply: Write 2 h')]"));

        browser.until(not(ExpectedConditions.textToBePresentInElementLocated(By.id("findings"), "the text says 3 h")));
        assertThat(source.getDomProperty("value")).contains("stood still for 2 h, from");
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(source);

        source.sendKeys(Keys.chord(Keys.CONTROL, "z"));

        awaitText("#findings", "the text says 3 h");
        assertThat(source.getDomProperty("value")).contains("stood still for 3 hours, from");
    }

    @Test
    void mendsAZoneEverywhereByOneClickThatCtrlZTakesBack() {
        String summer = WRONG_DURATION.replace("GMT", "EST").replace("March", "August");
        type(summer);
        awaitText("#findings", "EST is not in force");
        WebElement source = browser.find("#source");

        browser.click(By.xpath("//*[@id='findings']//button[.='Apply: Write EDT in all 4 places']"));

        browser.until(
                not(ExpectedConditions.textToBePresentInElementLocated(By.id("findings"), "EST is not in force")));
        assertThat(source.getDomProperty("value")).isEqualTo(summer.replace("EST", "EDT"));

        source.sendKeys(Keys.chord(Keys.CONTROL, "z"));

        awaitText("#findings", "EST is not in force");
        assertThat(source.getDomProperty("value")).isEqualTo(summer);
    }

    @Test
    void showsTheAuthorWhatAReviewerSetAside() {
        String number = parse(script("author").send("POST", "/api/postmortems", "text/markdown", WRONG_DURATION))
                .path("number")
                .asText();
        script("reviewer")
                .postJson(
                        "/api/postmortems/" + number + "/suppressions",
                        "{\"rule\":\"duration-mismatch\",\"reason\":\"Two clocks\"}");

        browser.go("/postmortems/" + number + "/edit");
        browser.find("#findings details.suppressed summary").click();

        assertThat(browser.find("#findings .suppressed").getText())
                .contains("the text says 3 h", "Two clocks", "by reviewer");
        assertThat(marked()).noneMatch(mark -> mark.contains("3 hours"));
    }

    @Test
    void letsAReviewerSetAFindingAsideAndTakeThatBack() {
        String number = parse(script("author").send("POST", "/api/postmortems", "text/markdown", WRONG_DURATION))
                .path("number")
                .asText();
        browser.driver().manage().deleteAllCookies();
        browser.login("reviewer").go("/postmortems/" + number);

        By finding = By.xpath("//section[@aria-labelledby='findings']//li[contains(., 'the text says 3 h')]");
        browser.driver().findElement(finding).findElement(By.tagName("summary")).click();
        browser.driver().findElement(finding).findElement(By.name("reason")).sendKeys("Two clocks");
        browser.driver().findElement(finding).findElement(By.tagName("button")).click();

        browser.findText("is set aside; the reason stays");
        assertThat(browser.find(".is-answered s").getText()).contains("the text says 3 h");
        browser.find(".is-answered button").click();
        browser.findText("The finding counts again");
        assertThat(browser.find("details.earlier summary").getText()).isEqualTo("1 taken back");
    }

    @Test
    void keepsTheMarksBehindTheirWordsInALongTextThatWraps() {
        browser.driver().manage().window().setSize(new Dimension(420, 900));
        type(filled() + WRONG_DURATION + filled());
        awaitText("#findings", "the text says 3 h");

        assertThat(browser.find("#marks").getDomProperty("scrollHeight"))
                .isEqualTo(browser.find("#source").getDomProperty("scrollHeight"));
    }

    @Test
    void walksThroughTheFindingsByKeys() {
        type(WRONG_DURATION);
        awaitText("#findings", "the text says 3 h");

        browser.find("#source").sendKeys(Keys.CONTROL, Keys.HOME);
        browser.find("#source").sendKeys(Keys.F8);

        awaitText("#reading-state", ": ");
        assertThat(browser.find("#findings li.is-current").getText()).isNotBlank();
    }

    @Test
    void offersATextBackThatWasNeverStored() {
        type("# Postmortem: the browser crashed\n\nImpact: nobody could pay.");
        browser.until(driver -> kept() == 1);

        browser.go("/submit");
        assertThat(browser.find("#kept").getText()).contains("the browser crashed");
        browser.click(By.xpath("//*[@id='kept']//button[.='Take it back']"));

        assertThat(browser.find("#source").getDomProperty("value")).contains("nobody could pay");
        awaitReading("the browser crashed");
        browser.go("/submit");
        browser.click(By.xpath("//*[@id='kept']//button[.='Throw it away']"));
        browser.until(driver -> kept() == 0);
    }

    @Test
    void keepsNothingInTheBrowserOnceTheTextIsStored() {
        type(aDocument().titled("Stored at once").text());
        browser.until(driver -> kept() == 1);

        browser.find("button[value=draft]").click();
        browser.findText("is stored as a draft");

        browser.until(driver -> kept() == 0);
    }

    @Test
    void keepsATextThatTheServerRefuses() {
        type("Dear all, the canteen opens at noon on Friday.");
        browser.find("button[value=draft]").click();
        awaitText("#problem", "Nothing was stored");

        browser.until(driver -> kept() == 1);
        assertThat(browser.find("#source").getDomProperty("value")).contains("canteen");
    }

    @Test
    void saysThatTheLoginHasEndedAndKeepsTheText() {
        type("# Postmortem: mail stood still\n\n");
        browser.driver().manage().deleteCookieNamed("JSESSIONID");

        type("Impact: nobody could write.");

        awaitText("#problem", "You are logged out");
        assertThat(browser.find("#source").getDomProperty("value")).contains("nobody could write");
        assertThat(browser.find("#problem a").getDomAttribute("href")).isEqualTo("/login");
    }

    @Test
    void saysThatThereIsNoConnectionAndReadsAgainOnceThereIs() {
        type(aDocument().titled("Before the tunnel").text());
        awaitReading("Before the tunnel");

        connected(false);
        type(" and more");
        awaitText("#problem", "No connection to the server");
        connected(true);

        browser.until(ExpectedConditions.invisibilityOfElementLocated(By.id("problem")));
        assertThat(browser.find("#source").getDomProperty("value")).endsWith("and more");
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
    void readsAWordDocumentAndKeepsItBesideItsText() throws IOException {
        byte[] document = FormatSamples.docx();
        choose("checkout.docx", document);

        awaitReading("Checkout refused cards");
        awaitText("#file-kept", "checkout.docx: Word document. The file is kept as it is");
        assertThat(browser.find("#source").getDomProperty("value")).contains("# Timeline", "| Time | Event |");
        picture("submit-word-document");
        browser.find("button[value=draft]").click();

        browser.findText("is stored as a draft");
        assertThat(browser.find("section[aria-labelledby=original]").getText())
                .contains("checkout.docx", "Word document");
        picture("detail-word-document");
        String number = browser.location().replace("/postmortems/", "");
        assertThat(browser.find("a[href$='/original']").getText()).isEqualTo("Download original");
        assertThat(script("author")
                        .download("/api/postmortems/" + number + "/original")
                        .body())
                .isEqualTo(document);
    }

    @Test
    void takesAFileThatIsDropped() throws IOException {
        drop("checkout.html", FormatSamples.bytes("checkout-google-docs.html"));

        awaitReading("Checkout refused cards");
        awaitText("#file-kept", "checkout.html: HTML page in UTF-8");
        store();
        assertThat(originalOfTheNewest()).isEqualTo(FormatSamples.bytes("checkout-google-docs.html"));
    }

    @Test
    void takesTheFormattedTextOfAWordProcessorThatIsPasted() {
        paste(Map.of(
                "text/plain",
                "Checkout refused cards without its marks",
                "text/html",
                "<meta charset='utf-8'><h1>Postmortem: cards</h1><ul><li>10:15 UTC: <b>refused</b></li></ul>"));

        awaitText("#file-kept", "pasted.html: HTML page");
        assertThat(browser.find("#source").getDomProperty("value")).contains("# Postmortem: cards", "- 10:15 UTC");
    }

    @Test
    void pastesPlainTextAsItIs() {
        type("Impact: ");

        paste(Map.of("text/plain", "nobody", "text/html", "<ul><li>nobody</li></ul>"));

        assertThat(browser.driver().findElement(By.id("file-kept")).isDisplayed())
                .isFalse();
    }

    @Test
    void saysThatATextIsNoLongerThatOfItsFile() throws IOException {
        choose("checkout.docx", FormatSamples.docx());
        awaitText("#file-kept", "The file is kept as it is");

        type("more");
        awaitText("#file-kept", "Its text was changed here");
        browser.click(By.xpath("//*[@id='file-kept']//button"));

        browser.until(ExpectedConditions.invisibilityOfElementLocated(By.id("file-kept")));
        assertThat(browser.find("#source").getDomProperty("value")).contains("Checkout refused cards");
    }

    @Test
    void keepsTextAndFileWhenTheNextFileCannotBeRead() throws IOException {
        choose("checkout.docx", FormatSamples.docx());
        awaitText("#file-kept", "The file is kept as it is");

        choose("bomb.docx", HostileFiles.zipBomb());

        awaitText("#problem", "bomb.docx: The file grows to more than 64 MB");
        awaitText("#file-kept", "checkout.docx: Word document");
        assertThat(browser.find("#source").getDomProperty("value")).contains("Checkout refused cards");
        assertThat(inPage("return document.getElementById('file').files[0].name"))
                .isEqualTo("checkout.docx");
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
        choose("image.txt", new byte[] {'P', 'N', 'G', 3, 4, 0, 0, 1});
        awaitText("#problem", "image.txt: The file is not text");

        choose("log.txt", "word ".repeat(2_200_000).getBytes());
        awaitText("#problem", "log.txt has 11,000,000 bytes");

        choose("nothing.txt", new byte[0]);
        awaitText("#problem", "nothing.txt is empty");
        assertThat(browser.find("#source").getDomProperty("value")).isEmpty();
    }

    /** Typed where the caret is, over what is selected. */
    private void type(String text) {
        WebElement source = browser.find("#source");
        inPage("arguments[0].focus(); document.execCommand('insertText', false, arguments[1])", source, text);
    }

    /** As somebody does who clicks between two words and types. */
    private void mend() {
        WebElement source = browser.find("#source");
        int at = source.getDomProperty("value").indexOf("3 hours");
        inPage("arguments[0].focus(); arguments[0].setSelectionRange(arguments[1], arguments[1] + 1)", source, at);
        type("2");
    }

    private static String filled() {
        return ("The image host kept writing while nobody looked at its numbers, and the team was asked twice. "
                                .repeat(3)
                        + "\n\n")
                .repeat(30);
    }

    private List<String> marked() {
        return browser.driver().findElements(By.cssSelector("#marks span")).stream()
                .map(mark -> mark.getDomProperty("textContent"))
                .toList();
    }

    /** How many texts the browser keeps. */
    private long kept() {
        return number(
                inPage("return Object.keys(localStorage).filter(key => key.startsWith('followthrough.text.')).length"));
    }

    private void connected(boolean connected) {
        ChromeDriver chrome = (ChromeDriver) browser.driver();
        chrome.executeCdpCommand("Network.enable", Map.of());
        chrome.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !connected, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    private Object inPage(String code, Object... arguments) {
        return ((JavascriptExecutor) browser.driver()).executeScript(code, arguments);
    }

    private static long number(Object value) {
        return Math.round(Double.parseDouble(String.valueOf(value)));
    }

    private void store() {
        browser.find("button[value=draft]").click();
        browser.findText("is stored as a draft");
    }

    private byte[] originalOfTheNewest() {
        return script("author")
                .download("/api" + browser.location() + "/original")
                .body();
    }

    /** With the mouse, from outside the browser. */
    private void drop(String name, byte[] content) throws IOException {
        Path file = Files.write(files.resolve(name), content);
        Rectangle zone = browser.find("#dropzone").getRect();
        Map<String, Object> dragged = Map.of(
                "items", List.of(), "files", List.of(file.toAbsolutePath().toString()), "dragOperationsMask", 1);
        for (String kind : List.of("dragEnter", "dragOver", "drop")) {
            ((ChromeDriver) browser.driver())
                    .executeCdpCommand(
                            "Input.dispatchDragEvent",
                            Map.of(
                                    "type",
                                    kind,
                                    "x",
                                    zone.getX() + zone.getWidth() / 2,
                                    "y",
                                    zone.getY() + zone.getHeight() / 2,
                                    "data",
                                    dragged));
        }
    }

    private void paste(Map<String, String> clipboard) {
        inPage("""
                const data = new DataTransfer();
                for (const [type, words] of Object.entries(arguments[1])) { data.setData(type, words); }
                arguments[0].focus();
                arguments[0].dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                """, browser.find("#source"), clipboard);
    }

    private void picture(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        byte[] png = ((TakesScreenshot) browser.driver()).getScreenshotAs(OutputType.BYTES);
        Files.write(folder.resolve(name + ".png"), png);
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
