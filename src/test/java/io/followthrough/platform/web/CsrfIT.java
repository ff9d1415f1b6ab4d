package io.followthrough.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import org.junit.jupiter.api.Test;

class CsrfIT extends IntegrationTest {

    private static final String UNKNOWN = "/api/nothing-here";

    @Test
    void scriptsWithNameAndPasswordNeedNoTokenAndGetNoSession() {
        var answer = script("author").postJson(UNKNOWN, "{}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void scriptsWithAWrongPasswordAreTurnedAway() {
        assertThat(anybody().withBasic("stranger", "wrong").get(UNKNOWN).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSessionWithoutTheTokenChangesNothing() {
        assertThat(visitor("author").postJson(UNKNOWN, "{}").statusCode()).isEqualTo(403);
        assertThat(visitor("author")
                        .send("POST", "/time-machine/advance", "application/x-www-form-urlencoded", "days=1")
                        .statusCode())
                .isEqualTo(403);
    }

    /** Otherwise a page elsewhere could make a browser that is logged in send such a header and skip the token. */
    @Test
    void aSessionIsNoWayRoundTheTokenWithAForeignHeader() {
        assertThat(visitor("author")
                        .with("Authorization", "Basic !!!")
                        .postJson(UNKNOWN, "{}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(visitor("author")
                        .with("Authorization", "Bearer x")
                        .postJson(UNKNOWN, "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSignedWebhookNeedsNeitherLoginNorToken() {
        assertThat(anybody().postJson("/webhooks/nobody", "{}").statusCode()).isEqualTo(404);
    }
}
