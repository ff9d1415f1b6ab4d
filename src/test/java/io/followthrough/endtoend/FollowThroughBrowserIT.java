package io.followthrough.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.Chromium;
import io.followthrough.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** From a file to closed tickets, as people do it: over HTTP, in the Tasklist with a real browser, in the tracker. */
class FollowThroughBrowserIT {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Path SEEDS = Path.of("../shared/seeds");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.in(directory);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

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

    @ParameterizedTest
    @MethodSource("samples")
    void followsASampleThroughFromTheFileToTheClosedTickets(Path file) throws IOException {
        followThrough(file, false);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void followsASeedThroughFromTheFileToTheClosedTickets(Path file) throws IOException {
        Assumptions.assumeTrue(Files.isRegularFile(file), "SKIPPED: the seeds are not at " + SEEDS.toAbsolutePath());
        followThrough(file, false);
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilledInTheMiddle() throws IOException {
        followThrough(samples().findFirst().orElseThrow(), true);
    }

    private void followThrough(Path file, boolean withKills) throws IOException {
        String number = handIn(file);

        review(number);
        if (withKills) {
            application.kill();
            application.start();
        }
        await().untilAsserted(() ->
                assertThat(postmortem(number).path("status").asText()).isEqualToIgnoringCase("tracking"));
        await().untilAsserted(
                        () -> assertThat(tickets(number)).doesNotContain("").isNotEmpty());
        assertOneTicketEach(number);

        passTheDueDates(number);
        if (withKills) {
            application.kill();
            application.start();
        }
        await().untilAsserted(() -> assertThat(rungs(number)).isNotEmpty().allSatisfy(rungs -> {
            assertThat(rungs).doesNotHaveDuplicates();
            assertThat(rungs).contains("due");
        }));

        tickets(number).forEach(this::finish);
        await().untilAsserted(() ->
                assertThat(postmortem(number).path("status").asText()).isEqualToIgnoringCase("closed"));
        assertOneTicketEach(number);
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

    private static void review(String number) {
        try (Chromium reviewer = Chromium.open(application.base()).login("reviewer")) {
            reviewer.go("/camunda/app/tasklist/default/");
            reviewer.click(By.partialLinkText("Reviews waiting"));
            reviewer.click(By.xpath("//li[contains(@class,'task')]//*[contains(text(), '" + number + ":')]"));
            reviewer.click(By.xpath("//*[self::a or self::button][contains(., 'Claim')]"));
            reviewer.find("#ft-items tbody tr");
            reviewer.choose(By.id("ft-decision"), "approve");
            reviewer.type(By.id("ft-comment"), "Clear and complete.");
            reviewer.click(By.xpath("//button[contains(., 'Complete')]"));
            reviewer.until(ExpectedConditions.invisibilityOfElementLocated(By.id("ft-decision")));
        }
    }

    private static void passTheDueDates(String number) {
        Visitor manager = new Visitor(application.base()).login("manager", "demo");
        for (int week = 0; week < 10 && !isOverdue(number); week++) {
            HttpResponse<String> moved = manager.postForm("/time-machine/advance", Map.of("days", "7"));
            assertThat(moved.statusCode()).isLessThan(400);
        }
        assertThat(isOverdue(number)).isTrue();
    }

    private static boolean isOverdue(String number) {
        int overdue = json("/api/action-items?overdue=true&postmortem=" + number)
                .findValues("id")
                .size();
        return overdue >= postmortem(number).path("actionItems").size();
    }

    private static List<List<String>> rungs(String number) {
        List<List<String>> all = new ArrayList<>();
        for (JsonNode item : postmortem(number).path("actionItems")) {
            List<String> rungs = new ArrayList<>();
            for (JsonNode escalation :
                    json("/api/action-items/" + item.path("id").asText() + "/escalations")) {
                rungs.add(escalation.path("rung").asText());
            }
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

    /** Counted in the tracker, not by the application. */
    private static void assertOneTicketEach(String number) {
        String label = number.toLowerCase(java.util.Locale.ROOT);
        HttpResponse<String> found = tracker()
                .postJson(
                        "/rest/api/3/search/jql",
                        "{\"jql\":\"labels = \\\"" + label + "\\\"\",\"fields\":[\"labels\"],\"maxResults\":100}");
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        List<String> keys = new ArrayList<>();
        parse(found.body())
                .path("issues")
                .forEach(issue -> keys.add(issue.path("key").asText()));
        assertThat(keys).containsExactlyInAnyOrderElementsOf(tickets(number));
    }

    private void finish(String ticket) {
        JsonNode transitions = parse(
                tracker().get("/rest/api/3/issue/" + ticket + "/transitions").body());
        for (JsonNode transition : transitions.path("transitions")) {
            if (transition.at("/to/statusCategory/key").asText().equals("done")) {
                HttpResponse<String> moved = tracker()
                        .postJson(
                                "/rest/api/3/issue/" + ticket + "/transitions",
                                "{\"transition\":{\"id\":\""
                                        + transition.path("id").asText() + "\"}}");
                assertThat(moved.statusCode()).isEqualTo(204);
                return;
            }
        }
        throw new AssertionError("No way to done for " + ticket + " among " + transitions);
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

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(150)).pollInterval(Duration.ofMillis(500));
    }
}
