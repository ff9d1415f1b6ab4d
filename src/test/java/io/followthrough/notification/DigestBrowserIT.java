package io.followthrough.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Chromium;
import io.followthrough.notification.Digest.Entry;
import io.followthrough.notification.Digest.Group;
import io.followthrough.notification.Digest.Heading;
import io.followthrough.notification.Message.Fact;
import io.followthrough.notification.Message.Link;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The mail of a digest in a real browser: on a telephone and on a desk, in the light and in the dark. */
class DigestBrowserIT {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @Test
    void fitsATelephoneInTheLightAndInTheDarkAndRunsNothing() throws IOException {
        Path file = Files.createDirectories(PICTURES).resolve("digest.html");
        Files.writeString(file, digest().html());

        try (Chromium browser = Chromium.open(URI.create("file://" + file.toAbsolutePath()))) {
            ChromeDriver chrome = (ChromeDriver) browser.driver();
            for (int width : new int[] {360, 400, 1200}) {
                for (String scheme : new String[] {"light", "dark"}) {
                    chrome.executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            Map.of("width", width, "height", 1400, "deviceScaleFactor", 1, "mobile", width < 500));
                    chrome.executeCdpCommand(
                            "Emulation.setEmulatedMedia",
                            Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
                    browser.go("");
                    Files.write(
                            PICTURES.resolve("digest-" + width + "-" + scheme + ".png"),
                            chrome.getScreenshotAs(OutputType.BYTES));

                    assertThat((Long) chrome.executeScript("return document.documentElement.scrollWidth"))
                            .as("%s wide, %s", width, scheme)
                            .isLessThanOrEqualTo(width);
                    assertThat(lowestContrast(chrome))
                            .as("%s wide, %s", width, scheme)
                            .isGreaterThanOrEqualTo(4.5);
                    assertThat(chrome.executeScript("return document.title")).isNotEqualTo("hacked");
                }
            }
        }
    }

    /** Of all words against what is behind them. */
    private static double lowestContrast(ChromeDriver chrome) {
        return ((Number) chrome.executeScript("""
                        const channel = c => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
                        const rgb = s => s.match(/[\\d.]+/g).map(Number);
                        const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
                        const behind = e => {
                          for (; e; e = e.parentElement) {
                            const c = rgb(getComputedStyle(e).backgroundColor);
                            if (c.length < 4 || c[3] > 0) return c;
                          }
                          return [255, 255, 255];
                        };
                        let lowest = 21;
                        for (const e of document.body.querySelectorAll('*')) {
                          const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
                          if (!own) continue;
                          const a = light(rgb(getComputedStyle(e).color)), b = light(behind(e));
                          lowest = Math.min(lowest, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
                        }
                        return lowest;
                        """)).doubleValue();
    }

    /** The two forms of each mail, compared as people read them: what a browser shows, and the plain text. */
    @Test
    void saysTheSameAsTextAndAsHtml() throws IOException {
        Message message = new Message(
                "key",
                "PM-42-1",
                List.of("kim"),
                "PM-42-1 is 3 days overdue (late-2): Watch <the> disks",
                List.of("Close the ticket if it is done.", "Or say when."),
                List.of(new Fact("Owner", "Kim & Co"), new Fact("Why", "escalation-policy 2.0 v3, row Row_Late1")),
                new Link("Open PM-42-1", "https://pm.example.org/action-items/PM-42-1"));
        Outbox.Letter urgent = new MessageBody(templates())
                .letter(message, new Outbox.Reader("Kim", "https://pm.example.org/messages"));
        for (Outbox.Letter letter : List.of(digest(), urgent)) {
            Path file = Files.createDirectories(PICTURES).resolve("same.html");
            Files.writeString(file, letter.html());

            try (Chromium browser = Chromium.open(URI.create("file://" + file.toAbsolutePath()))) {
                ChromeDriver chrome = (ChromeDriver) browser.driver();
                browser.go("");
                String shown = (String) chrome.executeScript("""
                        document.querySelectorAll('a').forEach(a => a.append(' ' + a.href));
                        document.querySelectorAll('.head, h1').forEach(e => e.remove());
                        return document.body.innerText;""");

                assertThat(words(letter.text())).isEqualTo(words(shown));
            }
        }
    }

    /** All words in order, without the lines, bullets and colons by which text does without tags. */
    private static List<String> words(String form) {
        return Arrays.stream(form.replaceAll("(?m)^\\s*(-{2,}|\\*)\\s*", " ").split("\\s+"))
                .map(word -> word.replaceAll("[:.]$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.setTemplateResolver(resolver);
        return templates;
    }

    private static Outbox.Letter digest() {
        List<Link> links = List.of(
                new Link("Open", "https://pm.example.org/action-items/PM-42-1"),
                new Link("It is done", "https://pm.example.org/links/a.b"),
                new Link("More time", "https://pm.example.org/links/c.d"),
                new Link("Hand over", "https://pm.example.org/links/e.f"));
        Digest digest = new Digest(
                "Your day, Monday, 2 March: 1 to decide, 2 overdue, 1 due soon",
                "Kim <script>document.title='hacked'</script>",
                "This is all that waits for you on Monday, 2 March.",
                List.of(
                        new Group(
                                Heading.DECIDE,
                                List.of(entry("PM-40-2", "Give the certificates an owner", links.subList(0, 1))),
                                0),
                        new Group(
                                Heading.LATE,
                                List.of(
                                        entry("PM-42-1", "Watch the memory of the checkout service", links),
                                        entry(
                                                "PM-42-3",
                                                "unbroken".repeat(20) + "<img src=x onerror=alert(1)>",
                                                links)),
                                4),
                        new Group(Heading.SOON, List.of(entry("PM-43-1", "Write the runbook", links)), 0),
                        new Group(Heading.LATER, List.of(entry("PM-44-1", "Rehearse the failover", links)), 0)),
                "You get one such message a day, and only when something new has come up.");
        return new DigestBody(templates()).letter(digest, new Outbox.Reader("Kim", "https://pm.example.org/messages"));
    }

    private static Entry entry(String id, String title, List<Link> links) {
        return new Entry(
                id,
                title,
                "P1 · due Fri, 27 Feb 2026, 3 days overdue",
                List.of("Close the ticket if it is done, or move the due date and say why."),
                "escalation-policy 2.1 v3, row Row_Late1",
                links);
    }
}
