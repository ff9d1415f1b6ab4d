package io.followthrough.dashboard.web;

import static io.followthrough.ADocument.aDocument;
import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages, as each role sees them. */
class PagesIT extends WithPostmortems {

    @ParameterizedTest
    @ValueSource(strings = {"author", "reviewer", "lead", "manager", "admin"})
    void answerEverybody(String person) {
        String number = published("Watch the disks");
        String draft = aDraft();
        Visitor visitor = visitor(person);

        for (String path : List.of(
                "/",
                "/postmortems",
                "/postmortems?status=tracking&q=search",
                "/postmortems/" + number,
                "/postmortems/" + draft,
                "/action-items",
                "/action-items?status=all&sort=-priority&q=disks&owner=author&priority=P1&overdue=true&postmortem="
                        + number,
                "/action-items/" + number + "-1",
                "/action-items/" + draft + "-1",
                "/rules",
                "/rules/zone-ambiguous",
                "/submit")) {
            HttpResponse<String> page = visitor.get(path);

            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .contains("<main", "</html>")
                    .doesNotContain("<script>", "style=\"", "onclick=", "javascript:");
        }
    }

    @Test
    void sendStrangersToTheLogin() {
        for (String path : List.of(
                "/", "/postmortems", "/action-items", "/submit", "/attention", "/operations", "/action-items.csv")) {
            assertThat(anybody().get(path).headers().firstValue("location").orElse(""))
                    .as(path)
                    .endsWith("/login");
        }
    }

    @Test
    void showOperationsOnlyToThoseInCharge() {
        assertThat(visitor("manager").get("/operations").body()).contains("Stuck jobs", "Tracker");
        assertThat(visitor("admin").get("/operations").statusCode()).isEqualTo(200);
        for (String person : List.of("author", "reviewer")) {
            assertThat(visitor(person).get("/operations").statusCode()).isEqualTo(403);
            assertThat(visitor(person)
                            .postForm("/operations/reconcile", Map.of())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(visitor(person).get("/").body()).doesNotContain("href=\"/operations\"");
        }
    }

    @Test
    void readAllTicketsAgainWhenAsked() {
        Visitor manager = visitor("manager");

        assertThat(manager.postForm("/operations/reconcile", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(manager.get("/operations").body()).contains("read again");
    }

    @Test
    void offerChangesOnlyToThoseWhoMayMakeThem() {
        String number = aDraftOf("reviewer", "Watch the disks");

        assertThat(visitor("author").get("/postmortems/" + number).body())
                .doesNotContain("Edit text", "Send to review", "name=\"due\"");
        assertThat(visitor("reviewer").get("/postmortems/" + number).body())
                .contains("Edit text", "Send to review", "name=\"due\"");
        assertThat(visitor("author").get("/postmortems/" + number + "/edit").statusCode())
                .isEqualTo(403);
    }

    @Test
    void sayWhatHappensNext() {
        String draft = aDraft();
        String waiting = inReview();

        assertThat(visitor("author").get("/postmortems/" + draft).body()).contains("Nothing stands in the way");
        assertThat(visitor("author").get("/postmortems/" + waiting).body())
                .contains("Waiting for review")
                .doesNotContain("Review in the Tasklist");
        assertThat(visitor("reviewer").get("/postmortems/" + waiting).body()).contains("Review in the Tasklist");
        assertThat(visitor("reviewer").get("/").body()).contains("Waiting for you");
    }

    @Test
    void changeAnItemWhereItIsShown() {
        String number = published("Watch the disks");
        Visitor author = visitor("author");
        String due = time.today().plusDays(20).toString();

        HttpResponse<String> changed = author.postForm(
                "/action-items/" + number + "-1",
                Map.of("owner", "lead", "priority", "P0", "due", due, "back", "postmortem"));

        assertThat(changed.headers().firstValue("location").orElse("")).endsWith("/postmortems/" + number);
        assertThat(author.get("/postmortems/" + number).body()).contains(number + "-1 is changed.");
        assertThat(api("/api/action-items/" + number + "-1").path("due").asText())
                .isEqualTo(due);
    }

    @Test
    void keepWhatWasTypedWhenItIsRefused() {
        HttpResponse<String> refused =
                visitor("author").postForm("/submit", Map.of("source", "Lunch is at noon.", "then", "draft"));

        assertThat(refused.statusCode()).isLessThan(500);
        assertThat(refused.body()).contains("Lunch is at noon.", "does not read like a postmortem");
    }

    @Test
    void answerAFormThatIsTooLong() {
        int before = postmortems();

        HttpResponse<String> refused =
                visitor("author").postForm("/submit", Map.of("source", "word ".repeat(7_000_000), "then", "draft"));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("too large");
        assertThat(postmortems()).isEqualTo(before);
    }

    @Test
    void answerATextThatIsTooLong() {
        HttpResponse<String> refused = visitor("author")
                .postForm("/submit", Map.of("source", aDocument().text() + "word ".repeat(2_200_000), "then", "draft"));

        assertThat(refused.body()).contains("10,485,760");
    }

    @Test
    void exportWhatIsListedWithoutFormulas() {
        String number = published("Watch the disks");
        script("author")
                .postJson(
                        "/api/postmortems/" + number + "/action-items",
                        "{\"title\":\"=HYPERLINK(\\\"http://evil.example\\\")\"}");

        HttpResponse<String> csv = visitor("author").get("/action-items.csv?postmortem=" + number);

        assertThat(csv.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        assertThat(csv.headers().firstValue("content-disposition").orElse("")).contains("action-items.csv");
        assertThat(csv.body()).contains("\"Watch the disks\"", "\"'=HYPERLINK(\"\"http://evil.example\"\")\"");
    }

    @Test
    void tellWhyARuleIsThere() {
        assertThat(visitor("author").get("/rules").body())
                .contains("Completeness", "duration-mismatch", "12 of 12 right");
        assertThat(visitor("author").get("/rules/duration-mismatch").body())
                .contains("Why", "Found here", "Not here", "Precision");
        assertThat(visitor("author").get("/rules/no-such-rule").statusCode()).isEqualTo(404);
    }

    @Test
    void showTextOfADocumentAsTextAndNotAsMarkup() {
        String number = published("<img src=x onerror=alert(1)> and [[${7*7}]]");

        String page = visitor("author").get("/postmortems/" + number).body();

        assertThat(page).doesNotContain("<img src=x", "and 49").contains("[[${7*7}]]");
    }

    private int postmortems() {
        Integer count = jdbc.queryForObject("select count(*) from postmortem", Integer.class);
        return count == null ? 0 : count;
    }
}
