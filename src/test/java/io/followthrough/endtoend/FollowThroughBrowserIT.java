package io.followthrough.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.Chromium;
import io.followthrough.JiraContractWatch;
import io.followthrough.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/**
 * From files to closed tickets, as people do it: handed in over HTTP, reviewed with a real browser in the Tasklist,
 * overdue by the time machine, finished in the tracker. All documents go the way together, in an application that is
 * killed twice while they are on it; each test looks at what became of one of them.
 */
class FollowThroughBrowserIT {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Path SEEDS = Path.of("../shared/seeds");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The number each file got. */
    private static final Map<Path, String> NUMBERS = new LinkedHashMap<>();

    /** The names of the rungs each action item of a postmortem reached, in their order. */
    private static final Map<String, List<List<String>>> RUNGS = new LinkedHashMap<>();

    @TempDir
    private static Path directory;

    private static RunningApplication application;

    static Stream<Path> samples() throws IOException {
        return files(SAMPLES);
    }

    static Stream<Path> seeds() throws IOException {
        return Files.isDirectory(SEEDS) ? files(SEEDS) : Stream.of(SEEDS);
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @BeforeAll
    static void followAllThrough() throws IOException {
        application = RunningApplication.in(directory);
        for (Path file : Stream.concat(samples(), seeds()).toList()) {
            if (Files.isRegularFile(file)) {
                NUMBERS.put(file, handIn(file));
            }
        }
        Collection<String> numbers = NUMBERS.values();
        reviewAll(newestFirst(numbers));

        killAndStart();
        awaitAll(numbers, number -> !tickets(number).contains(""));
        passTheDueDates(numbers);

        killAndStart();
        awaitAll(numbers, number -> rungs(number).stream().allMatch(FollowThroughBrowserIT::isToldLate));
        numbers.forEach(number -> RUNGS.put(number, rungs(number)));
        numbers.forEach(number -> tickets(number).forEach(FollowThroughBrowserIT::finish));
        awaitAll(numbers, number -> status(number).equals("closed"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void speaksToTheTrackerAsItsDocumentsSay() {
        assertThat(application.contractLines()).hasSizeGreaterThan(50).containsOnly(JiraContractWatch.GOOD);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void followsASampleThroughFromTheFileToTheClosedTickets(Path file) {
        assertFollowedThrough(NUMBERS.get(file));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void followsASeedThroughFromTheFileToTheClosedTickets(Path file) {
        Assumptions.assumeTrue(Files.isRegularFile(file), "SKIPPED: the seeds are not at " + SEEDS.toAbsolutePath());
        assertFollowedThrough(NUMBERS.get(file));
    }

    private static void assertFollowedThrough(String number) {
        assertThat(status(number)).isEqualTo("closed");
        assertThat(tickets(number)).isNotEmpty().doesNotContain("");
        assertThat(inTracker(number)).containsExactlyInAnyOrderElementsOf(tickets(number));
        assertThat(RUNGS.get(number))
                .hasSameSizeAs(tickets(number))
                .allSatisfy(rungs -> assertThat(rungs)
                        .matches(FollowThroughBrowserIT::isToldLate)
                        .doesNotHaveDuplicates());
    }

    private static String handIn(Path file) throws IOException {
        Visitor author = script("author");
        String type = file.toString().endsWith(".md") ? "text/markdown" : "text/plain";
        HttpResponse<String> created = author.send("POST", "/api/postmortems", type, Files.readString(file));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        String number = location.substring(location.lastIndexOf('/') + 1);
        HttpResponse<String> submitted = author.postJson("/api/postmortems/" + number + "/submit", "");
        assertThat(submitted.statusCode()).as(submitted.body()).isLessThan(300);
        return number;
    }

    /** As the Tasklist lists them. */
    private static List<String> newestFirst(Collection<String> numbers) {
        List<String> reversed = new ArrayList<>(numbers);
        Collections.reverse(reversed);
        return reversed;
    }

    private static void reviewAll(Collection<String> numbers) {
        try (Chromium reviewer = Chromium.open(application.base()).login("reviewer")) {
            reviewer.go("/camunda/app/tasklist/default/");
            reviewer.click(By.partialLinkText("Reviews waiting"));
            for (String number : numbers) {
                reviewer.click(By.xpath("//li[contains(@class,'task')]//*[contains(text(), '" + number + ":')]"));
                reviewer.click(By.xpath("//*[self::a or self::button][contains(., 'Claim')]"));
                reviewer.until(ExpectedConditions.textToBe(
                        By.cssSelector("#ft-items tbody tr:first-child td:first-child"), number + "-1"));
                reviewer.choose(By.id("ft-decision"), "approve");
                reviewer.type(By.id("ft-comment"), "Clear and complete.");
                reviewer.click(By.xpath("//button[contains(., 'Complete')]"));
                reviewer.until(ExpectedConditions.invisibilityOfElementLocated(By.id("ft-decision")));
            }
        }
    }

    private static void killAndStart() {
        application.kill();
        application.start();
    }

    private static void passTheDueDates(Collection<String> numbers) {
        Visitor manager = new Visitor(application.base()).login("manager", "demo");
        for (int week = 0; week < 20 && !numbers.stream().allMatch(FollowThroughBrowserIT::isOverdue); week++) {
            HttpResponse<String> moved = manager.postForm("/time-machine/advance", Map.of("days", "7"));
            assertThat(moved.statusCode()).isLessThan(400);
        }
        // On a weekend the first late rung waits for Monday.
        manager.postForm("/time-machine/advance", Map.of("days", "3"));
    }

    /** Of the rungs that were jumped over with the clock, the highest is told. */
    private static boolean isToldLate(List<? extends String> rungs) {
        return rungs.stream().anyMatch(rung -> rung.startsWith("late"));
    }

    private static boolean isOverdue(String number) {
        int overdue = json("/api/action-items?overdue=true&postmortem=" + number)
                .path("total")
                .asInt();
        return overdue == postmortem(number).path("actionItems").size();
    }

    private static List<List<String>> rungs(String number) {
        List<List<String>> all = new ArrayList<>();
        for (JsonNode item : postmortem(number).path("actionItems")) {
            List<String> rungs = new ArrayList<>();
            json("/api/action-items/" + item.path("id").asText() + "/escalations")
                    .forEach(escalation -> rungs.add(escalation.path("rung").asText()));
            all.add(rungs);
        }
        return all;
    }

    private static List<String> tickets(String number) {
        List<String> keys = new ArrayList<>();
        for (JsonNode item : postmortem(number).path("actionItems")) {
            keys.add(item.path("ticket").path("key").asText(""));
        }
        return keys;
    }

    private static String status(String number) {
        return postmortem(number).path("status").asText();
    }

    /** The tickets of a postmortem as the tracker has them, whatever the application says. */
    private static List<String> inTracker(String number) {
        String label = number.toLowerCase(Locale.ROOT);
        HttpResponse<String> found = tracker()
                .postJson(
                        "/rest/api/3/search/jql",
                        "{\"jql\":\"labels = \\\"" + label + "\\\"\",\"fields\":[\"labels\"],\"maxResults\":100}");
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        List<String> keys = new ArrayList<>();
        parse(found.body())
                .path("issues")
                .forEach(issue -> keys.add(issue.path("key").asText()));
        return keys;
    }

    private static void finish(String ticket) {
        String path = "/rest/api/3/issue/" + ticket + "/transitions";
        JsonNode transitions = parse(tracker().get(path).body()).path("transitions");
        for (JsonNode transition : transitions) {
            if (transition.at("/to/statusCategory/key").asText().equals("done")) {
                String id = transition.path("id").asText();
                HttpResponse<String> moved = tracker().postJson(path, "{\"transition\":{\"id\":\"" + id + "\"}}");
                assertThat(moved.statusCode()).isEqualTo(204);
                return;
            }
        }
        throw new AssertionError("No way to done for " + ticket + " among " + transitions);
    }

    /** Waits for all; one that never comes so far is left for its own test to complain about. */
    private static void awaitAll(Collection<String> numbers, Predicate<String> state) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> numbers.stream().allMatch(state));
        } catch (ConditionTimeoutException e) {
            System.err.println("Not every document came so far within " + PATIENCE);
        }
    }

    private static Visitor tracker() {
        return new Visitor(application.sandbox()).withBasic("followthrough@example.org", "sandbox");
    }

    private static Visitor script(String name) {
        return new Visitor(application.base()).withBasic(name, "demo");
    }

    private static JsonNode postmortem(String number) {
        return json("/api/postmortems/" + number);
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = script("manager").get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return parse(answer.body());
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + body, e);
        }
    }
}
