package io.followthrough.dashboard.web;

import static io.followthrough.ADocument.aDocument;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** Reviewers set findings aside with a reason, over the API and on the page. */
class SuppressionIT extends WithPostmortems {

    private static final String REASON = "Nobody promised anything: the provider mends it.";

    @Test
    void letsADraftGoToReviewOnceItsBlockingFindingIsSetAside() {
        String number = draft(withoutItems());
        HttpResponse<String> refused = submit(number);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(parse(refused).at("/findings/0/rule").asText()).isEqualTo("missing-action-items");
        assertThat(parse(refused).at("/findings/0/line").asInt()).isEqualTo(1);

        HttpResponse<String> answer = suppress("reviewer", number, "missing-action-items", null, REASON);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(rules(number)).doesNotContain("missing-action-items");
        assertThat(submit(number).statusCode()).isEqualTo(200);
    }

    @Test
    void blocksAgainOnceThatIsTakenBack() {
        String number = draft(withoutItems());
        String id = id(suppress("reviewer", number, "missing-action-items", null, REASON));

        HttpResponse<String> answer = revoke("manager", number, id);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(rules(number)).contains("missing-action-items");
        assertThat(submit(number).statusCode()).isEqualTo(409);
        JsonNode kept = suppressions(number).get(0);
        assertThat(kept.path("revokedBy").asText()).isEqualTo("manager");
        assertThat(kept.path("revokedAt").asText()).isNotBlank();
        assertThat(kept.path("reason").asText()).isEqualTo(REASON);
    }

    @Test
    void takesBackOnlyOnceAndCanBeSetAsideAnew() {
        String number = draft(withoutItems());
        String id = id(suppress("reviewer", number, "missing-action-items", null, REASON));
        revoke("reviewer", number, id);

        assertThat(revoke("manager", number, id).statusCode()).isEqualTo(204);
        assertThat(suppressions(number).get(0).path("revokedBy").asText()).isEqualTo("reviewer");
        assertThat(suppress("lead", number, "missing-action-items", null, "Another reason")
                        .statusCode())
                .isEqualTo(201);
        assertThat(suppressions(number)).hasSize(2);
    }

    @Test
    void showsReasonPersonAndTimeForEverToEverybody() {
        String number = draft(wrongDuration());
        assertThat(suppress(
                                "reviewer",
                                number,
                                "duration-mismatch",
                                line(number, "duration-mismatch"),
                                "Two <b>clocks</b>")
                        .statusCode())
                .isEqualTo(201);
        submit(number);
        script("reviewer").postJson("/api/postmortems/" + number + "/review", "{\"decision\":\"approve\"}");
        engine.runDueJobs(number);

        String page = visitor("author").get("/postmortems/" + number).body();

        assertThat(page)
                .containsPattern("<s>[^<]*the text says 2 h[^<]*</s>")
                .contains("Two &lt;b&gt;clocks&lt;/b&gt;", "finding set aside")
                .doesNotContain("Take back", "<b>clocks");
        JsonNode suppressed = api("/api/postmortems/" + number).at("/document/suppressed/0");
        assertThat(suppressed.path("reason").asText()).isEqualTo("Two <b>clocks</b>");
        assertThat(suppressed.path("by").asText()).isEqualTo("reviewer");
    }

    @Test
    void writesSettingAsideAndTakingBackIntoTheHistory() {
        String number = draft(wrongDuration());
        String id = id(suppress(
                "reviewer", number, "duration-mismatch", line(number, "duration-mismatch"), "Two clocks were used"));
        revoke("lead", number, id);

        List<String> deeds = jdbc.queryForList(
                "select actor || ' ' || action || ' ' || detail from history_entry where subject = ? order by id desc limit 2",
                String.class,
                number);

        assertThat(deeds.get(1))
                .startsWith("reviewer finding-set-aside duration-mismatch at \"Duration:")
                .endsWith(": Two clocks were used");
        assertThat(deeds.get(0)).startsWith("lead finding-counts-again duration-mismatch");
    }

    @Test
    void holdsWhileTheWordsStayWhateverHappensAround() {
        String text = wrongDuration();
        String number = draft(text);
        suppress("reviewer", number, "duration-mismatch", line(number, "duration-mismatch"), "Two clocks");

        revise(number, text.replace("## Issue Summary", "A new opening.\n\nAnd another one.\n\n## Issue Summary"));
        assertThat(rules(number)).doesNotContain("duration-mismatch");

        revise(number, text.replace("2 hours", "3 hours"));
        assertThat(rules(number)).contains("duration-mismatch");
        assertThat(visitor("lead").get("/postmortems/" + number).body()).contains("no longer found in the text");
    }

    @Test
    void setsEveryFindingOfARuleAsideWhenNoLineIsNamed() {
        String number = draft(aDocument()
                .promising("Improve the monitoring", "Investigate the search nodes")
                .text());
        String rule = "vague-action-item";
        assertThat(rules(number)).filteredOn(rule::equals).hasSize(2);

        suppress("reviewer", number, rule, null, "The rota owns both.");

        assertThat(rules(number)).doesNotContain(rule);
        assertThat(api("/api/postmortems/" + number).at("/document/suppressed")).hasSize(2);
    }

    @Test
    void setsOneFindingOfARuleAsideByItsLine() {
        String number = draft(aDocument()
                .promising("Improve the monitoring", "Investigate the search nodes")
                .text());
        String rule = "vague-action-item";

        suppress("reviewer", number, rule, line(number, rule), "The rota owns it.");

        assertThat(rules(number)).filteredOn(rule::equals).hasSize(1);
    }

    @Test
    void readsTheNextTextOfAPostmortemWithWhatWasAnswered() {
        String text = wrongDuration();
        String number = draft(text);
        suppress("reviewer", number, "duration-mismatch", line(number, "duration-mismatch"), "Two clocks");

        HttpResponse<String> mine = script("author")
                .send("POST", "/api/postmortems/lint?postmortem=" + number, "text/markdown", text + "\nMore.\n");
        HttpResponse<String> anybodys =
                script("author").send("POST", "/api/postmortems/lint", "text/markdown", text + "\nMore.\n");

        assertThat(parse(mine).at("/suppressed/0/reason").asText()).isEqualTo("Two clocks");
        assertThat(parse(anybodys).path("suppressed")).isEmpty();
        assertThat(script("author")
                        .send("POST", "/api/postmortems/lint?postmortem=PM-999999", "text/markdown", text)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesTheAuthorAndWhoMayNotReview() {
        String number = draft(withoutItems());
        String leads = parse(script("lead").send("POST", "/api/postmortems", "text/markdown", withoutItems()))
                .path("number")
                .asText();

        assertRefused(suppress("author", number, "missing-action-items", null, REASON), 403, "ignore RULE");
        assertRefused(suppress("lead", leads, "missing-action-items", null, REASON), 403, "did not write");
        assertRefused(suppress("author", leads, "missing-action-items", null, REASON), 403, "reviewer");
        assertThat(suppressions(number)).isEmpty();
        assertThat(anybody()
                        .postJson("/api/postmortems/" + number + "/suppressions", "{}")
                        .statusCode())
                .isIn(401, 403);
    }

    @Test
    void refusesTheAuthorToTakeBackWhatAReviewerSetAside() {
        String number = draft(withoutItems());
        String id = id(suppress("reviewer", number, "missing-action-items", null, REASON));

        assertRefused(revoke("author", number, id), 403, "Only a reviewer");
        assertRefused(revoke("reviewer", number, "999999999"), 404, "no suppression");
        assertRefused(revoke("reviewer", draft(withoutItems()), id), 404, "no suppression");
        assertThat(rules(number)).doesNotContain("missing-action-items");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "--", "…", "\\u0000 \\t"})
    void refusesAnswersWithoutAReason(String reason) {
        String number = draft(withoutItems());

        HttpResponse<String> answer = script("reviewer")
                .postJson(
                        "/api/postmortems/" + number + "/suppressions",
                        "{\"rule\":\"missing-action-items\",\"reason\":\"" + reason + "\"}");

        assertRefused(answer, 422, "Say why the finding does not apply");
        assertRefused(suppress("reviewer", number, "missing-action-items", null, "x".repeat(1_001)), 422, "1,000");
        assertRefused(script("reviewer").postJson("/api/postmortems/" + number + "/suppressions", "{}"), 422, "rule");
    }

    @Test
    void refusesFindingsThatAreNotThere() {
        String number = draft(withoutItems());

        assertRefused(
                suppress("reviewer", number, "zone-malformed", null, REASON), 404, "no finding of zone-malformed");
        assertRefused(suppress("reviewer", number, "no-such-rule", null, REASON), 404, "no finding");
        assertRefused(suppress("reviewer", number, "missing-action-items", 77, REASON), 404, "in line 77");
        assertRefused(suppress("reviewer", "PM-999999", "missing-action-items", null, REASON), 404, "PM-999999");
    }

    @Test
    void refusesTheSameFindingTwice() {
        String number = draft(withoutItems());
        suppress("reviewer", number, "missing-action-items", null, REASON);

        assertRefused(suppress("lead", number, "missing-action-items", null, "Me too"), 409, REASON);
        assertThat(suppressions(number)).hasSize(1);
    }

    @Test
    void refusesWhatWasSeenInAnOlderText() {
        String text = wrongDuration();
        String number = draft(text);
        int line = line(number, "duration-mismatch");
        revise(number, text.replace("2 hours", "3 hours"));

        HttpResponse<String> answer = script("reviewer")
                .postJson(
                        "/api/postmortems/" + number + "/suppressions",
                        "{\"rule\":\"duration-mismatch\",\"line\":%d,\"revision\":1,\"reason\":\"Fine\"}"
                                .formatted(line));

        assertRefused(answer, 409, "look at it again");
    }

    @Test
    void refusesChangesOnceItIsPublished() {
        String number = draft(wrongDuration());
        int line = line(number, "duration-mismatch");
        String id = id(suppress("reviewer", number, "duration-mismatch", line, "Two clocks"));
        submit(number);
        script("reviewer").postJson("/api/postmortems/" + number + "/review", "{\"decision\":\"approve\"}");
        engine.runDueJobs(number);

        assertRefused(revoke("reviewer", number, id), 409, "is published");
        assertRefused(suppress("lead", number, "action-item-without-owner", null, REASON), 409, "is published");
    }

    @Test
    void keepsEachAnswerInTheDatabaseAndOnlyOneThatHolds() {
        String number = draft(withoutItems());
        long id = Long.parseLong(id(suppress("reviewer", number, "missing-action-items", null, REASON)));
        String again = "insert into suppression"
                + " (postmortem, rule, fingerprint, message, words, reason, suppressed_by, suppressed_at)"
                + " select postmortem, rule, fingerprint, message, words, reason, suppressed_by, suppressed_at"
                + " from suppression where id = ?";

        assertThatThrownBy(() -> jdbc.update(again, id)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> jdbc.update("update suppression set reason = 'better' where id = ?", id))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.update("delete from suppression where id = ?", id))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void worksOnThePageByItsForms() {
        String number = draft(wrongDuration());
        Visitor reviewer = visitor("reviewer");
        String page = reviewer.get("/postmortems/" + number).body();
        assertThat(page).contains("action=\"/postmortems/" + number + "/suppressions\"");

        HttpResponse<String> answer = reviewer.postForm(
                "/postmortems/" + number + "/suppressions",
                Map.of(
                        "rule",
                        "duration-mismatch",
                        "line",
                        String.valueOf(line(number, "duration-mismatch")),
                        "revision",
                        "1",
                        "reason",
                        "Two clocks"));

        assertThat(answer.headers().firstValue("location")).hasValue(base + "/postmortems/" + number + "#findings");
        assertThat(reviewer.get("/postmortems/" + number).body())
                .contains("duration-mismatch is set aside", "Set aside with a reason", "Two clocks", "Take back");
        String id = suppressions(number).get(0).path("id").asText();
        reviewer.postForm("/postmortems/" + number + "/suppressions/" + id + "/revoke", Map.of());
        assertThat(reviewer.get("/postmortems/" + number).body())
                .contains("The finding counts again", "1 taken back", "taken back by");
    }

    @Test
    void saysOnThePageWhyItIsRefused() {
        String number = draft(wrongDuration());
        Visitor reviewer = visitor("reviewer");

        reviewer.postForm(
                "/postmortems/" + number + "/suppressions",
                Map.of("rule", "duration-mismatch", "line", "1", "reason", " "));

        assertThat(reviewer.get("/postmortems/" + number).body()).contains("Say why the finding does not apply");
        assertThat(suppressions(number)).isEmpty();
    }

    @Test
    void offersNothingToTheAuthorAndTakesNothingWithoutTheToken() {
        String number = draft(wrongDuration());

        assertThat(visitor("author").get("/postmortems/" + number).body())
                .doesNotContain("/suppressions\"")
                .contains("followthrough: ignore-next RULE");
        assertThat(visitor("reviewer")
                        .send(
                                "POST",
                                "/postmortems/" + number + "/suppressions",
                                "application/x-www-form-urlencoded",
                                "rule=duration-mismatch&line=5&reason=forged")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor("reviewer")
                        .postJson(
                                "/api/postmortems/" + number + "/suppressions",
                                "{\"rule\":\"duration-mismatch\",\"reason\":\"forged\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(suppressions(number)).isEmpty();
    }

    @Test
    void showsReviewersInTheTasklistWhatWasAnswered() {
        String number = draft(
                wrongDuration()
                        .replace(
                                "## Timeline",
                                "<!-- followthrough: ignore action-item-without-owner -- the rota owns them -->\n\n## Timeline"));
        suppress("reviewer", number, "duration-mismatch", line(number, "duration-mismatch"), "Two clocks");
        submit(number);
        String task = jdbc.queryForObject(
                "select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                        + " where e.business_key_ = ?",
                String.class,
                number);

        JsonNode form = parse(script("reviewer").get("/api/tasks/" + task + "/postmortem"));

        List<String> reasons = new ArrayList<>();
        form.path("suppressed").forEach(each -> reasons.add(each.path("reason").asText()));
        assertThat(reasons).containsExactly("the rota owns them", "Two clocks");
        assertThat(form.at("/suppressed/1/finding/line").asInt()).isEqualTo(5);
        assertThat(form.path("findings"))
                .isNotEmpty()
                .allMatch(finding -> finding.path("line").isInt());
    }

    private static String withoutItems() {
        String text = aDocument().text();
        return text.substring(0, text.indexOf("## Corrective"));
    }

    private static String wrongDuration() {
        return aDocument().text().replace("1 hour, from", "2 hours, from");
    }

    private String draft(String text) {
        HttpResponse<String> created = script("author").send("POST", "/api/postmortems", "text/markdown", text);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return parse(created).path("number").asText();
    }

    private void revise(String number, String text) {
        assertThat(script("author")
                        .send("PUT", "/api/postmortems/" + number, "text/markdown", text)
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> submit(String number) {
        return script("author").postJson("/api/postmortems/" + number + "/submit", "");
    }

    private HttpResponse<String> suppress(String who, String number, String rule, Integer line, String reason) {
        return script(who)
                .postJson(
                        "/api/postmortems/" + number + "/suppressions",
                        "{\"rule\":\"%s\",\"line\":%s,\"reason\":\"%s\"}".formatted(rule, line, reason));
    }

    private HttpResponse<String> revoke(String who, String number, String id) {
        return script(who).send("DELETE", "/api/postmortems/" + number + "/suppressions/" + id, "application/json", "");
    }

    private String id(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return parse(created).path("id").asText();
    }

    private JsonNode suppressions(String number) {
        return api("/api/postmortems/" + number + "/suppressions").path("suppressions");
    }

    private List<String> rules(String number) {
        List<String> rules = new ArrayList<>();
        api("/api/postmortems/" + number)
                .at("/document/findings")
                .forEach(finding -> rules.add(finding.path("rule").asText()));
        return rules;
    }

    private int line(String number, String rule) {
        for (JsonNode finding : api("/api/postmortems/" + number).at("/document/findings")) {
            if (finding.path("rule").asText().equals(rule)) {
                return finding.path("line").asInt();
            }
        }
        throw new AssertionError(number + " has no finding of " + rule);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }
}
