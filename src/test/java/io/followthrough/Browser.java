package io.followthrough;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person with a real Chromium. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebDriver driver;
    private final URI base;

    private Browser(WebDriver driver, URI base) {
        this.driver = driver;
        this.base = base;
    }

    /** Opens a window of its own; the test is skipped, and says so, where no Chromium is installed. */
    public static Browser at(URI base) {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "SKIPPED: browser tests need " + CHROMIUM + " and " + DRIVER + " (Debian: chromium, chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1400,1000");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options), base);
    }

    /** Logs in as one of the demo people. */
    public Browser login(String name) {
        open("/login");
        type(By.name("username"), name);
        WebElement password = see(By.name("password"));
        password.sendKeys("demo");
        password.submit();
        new WebDriverWait(driver, PATIENCE).until(page -> !page.getCurrentUrl().contains("/login"));
        return this;
    }

    public Browser open(String path) {
        driver.get(base + path);
        return this;
    }

    /** Waits until the element can be seen. */
    public WebElement see(By what) {
        return new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Waits until the element can be clicked, and clicks it. */
    public Browser click(By what) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(org.openqa.selenium.WebDriverException.class)
                .until(page -> {
                    page.findElement(what).click();
                    return true;
                });
        return this;
    }

    public Browser type(By where, String text) {
        WebElement field = see(where);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    public Browser choose(By where, String value) {
        new Select(see(where)).selectByValue(value);
        return this;
    }

    /** Waits until no such element is on the page any more. */
    public Browser awaitGone(By what) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.invisibilityOfElementLocated(what));
        return this;
    }

    /** Runs a script in the page and returns what it returns. */
    public Object run(String script) {
        return ((JavascriptExecutor) driver).executeScript(script);
    }

    public WebDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
