package io.followthrough;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser with one person in front of it. Closing it ends the browser. */
public final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final ChromeDriver driver;

    private Chromium(URI base, ChromeDriver driver) {
        this.base = base;
        this.driver = driver;
    }

    /** Opens a browser; where none is installed the test is skipped and says so. */
    public static Chromium open(URI base) {
        Path browser = first("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        Path driver = first("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");
        assumeTrue(
                browser != null && driver != null,
                "NO BROWSER: the browser tests are skipped. Install chromium and chromium-driver to run them.");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--window-size=1280,1000");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                .build();
        return new Chromium(base, new ChromeDriver(service, options));
    }

    private static Path first(String... candidates) {
        return Stream.of(candidates)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** What Selenium offers beyond the shortcuts here. */
    public WebDriver driver() {
        return driver;
    }

    public void go(String path) {
        driver.get(base + path);
    }

    /** Path, query and fragment of the page now shown. */
    public String location() {
        return driver.getCurrentUrl().substring(base.toString().length());
    }

    /** Logs in by the login page as one of the demo people. */
    public Chromium login(String name) {
        go("/login");
        find("#username").sendKeys(name);
        find("#password").sendKeys("demo");
        find("form button").click();
        until(driver -> !location().startsWith("/login"));
        return this;
    }

    /** The first visible element; waits for it. */
    public WebElement find(String css) {
        return until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    /** The first visible element with this text; waits for it. */
    public WebElement findText(String text) {
        return until(
                ExpectedConditions.visibilityOfElementLocated(By.xpath("//body//*[contains(text(), '" + text + "')]")));
    }

    /** Waits until the element can be clicked, and clicks it; pages that redraw themselves are asked again. */
    public Chromium click(By what) {
        try {
            new WebDriverWait(driver, PATIENCE)
                    .withMessage("cannot click " + what)
                    .ignoring(WebDriverException.class)
                    .until(page -> {
                        WebElement element = page.findElement(what);
                        // The driver scrolls only what is out of sight, and leaves a button half under a footer there.
                        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                        element.click();
                        return true;
                    });
        } catch (TimeoutException e) {
            picture();
            throw e;
        }
        return this;
    }

    /** Writes into an empty field. */
    public Chromium type(By where, String text) {
        until(ExpectedConditions.visibilityOfElementLocated(where)).sendKeys(text);
        return this;
    }

    /** Chooses from a list. */
    public Chromium choose(By where, String value) {
        new Select(until(ExpectedConditions.visibilityOfElementLocated(where))).selectByValue(value);
        return this;
    }

    /** Keeps what the person sees, for whoever wonders why a test failed. */
    private void picture() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(Files.createTempFile(folder, "failure-", ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T until(ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, PATIENCE).until(condition);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
