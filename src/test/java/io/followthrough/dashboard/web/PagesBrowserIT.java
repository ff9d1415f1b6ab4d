package io.followthrough.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Chromium;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** Every page in a real browser: on a narrow screen, and without a mouse. */
class PagesBrowserIT extends WithPostmortems {

    private static final int NARROW = 400;

    /** Names each visible element that can be worked with, and returns the names. */
    private static final String NAME_INTERACTIVE_ELEMENTS = """
            const all = [...document.querySelectorAll(
                'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
              .filter(element => element.checkVisibility() && !element.disabled);
            all.forEach((element, index) => element.dataset.stop =
                index + ' ' + element.tagName + ' ' + (element.id || element.textContent.trim().slice(0, 30)));
            return all.map(element => element.dataset.stop);""";

    /** The name of what has the focus, or null; with a question mark when nobody can see that it has it. */
    private static final String FOCUSED = """
            const at = document.activeElement;
            if (!at || !at.dataset.stop) { return null; }
            const shown = at.type === 'file' ? at.closest('.dropzone') : at;
            return getComputedStyle(shown).outlineStyle === 'none' ? '? ' + at.dataset.stop : at.dataset.stop;""";

    @Test
    void fitOnANarrowScreen() {
        try (Chromium browser = Chromium.open(base).login("manager")) {
            ((ChromeDriver) browser.driver())
                    .executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            Map.of("width", NARROW, "height", 800, "deviceScaleFactor", 1, "mobile", false));
            for (String path : pages()) {
                browser.go(path);

                assertThat(script(browser, "return innerWidth")).isEqualTo((long) NARROW);
                assertThat((Long) script(browser, "return document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(NARROW);
            }
        }
    }

    @Test
    void areReachableByKeyboardAndShowWhereTheFocusIs() {
        try (Chromium browser = Chromium.open(base).login("manager")) {
            for (String path : pages()) {
                browser.go(path);
                Set<Object> missed = new LinkedHashSet<>((List<?>) script(browser, NAME_INTERACTIVE_ELEMENTS));
                int most = missed.size() * 5 + 20;

                for (int presses = 0; presses < most && !missed.isEmpty(); presses++) {
                    new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
                    missed.remove(script(browser, FOCUSED));
                }

                assertThat(missed).as(path).isEmpty();
            }
        }
    }

    @Test
    void loadNothingThatTheirOwnPolicyForbids() {
        try (Chromium browser = Chromium.open(base).login("manager")) {
            List<String> complaints = new ArrayList<>();
            for (String path : pages()) {
                browser.go(path);
                for (LogEntry entry : browser.driver().manage().logs().get(LogType.BROWSER)) {
                    complaints.add(path + ": " + entry.getMessage());
                }
            }
            assertThat(complaints).isEmpty();
        }
    }

    private List<String> pages() {
        String number = published("Watch " + "disk".repeat(40), "Write down " + "how ".repeat(100));
        String draft = aDraft();
        return List.of(
                "/",
                "/postmortems",
                "/postmortems/" + number,
                "/postmortems/" + draft,
                "/action-items",
                "/action-items?status=all&q=disk&overdue=true",
                "/action-items/" + number + "-1",
                "/submit",
                "/messages",
                "/attention",
                "/operations");
    }

    private static Object script(Chromium browser, String script) {
        return ((JavascriptExecutor) browser.driver()).executeScript(script);
    }
}
