package io.followthrough.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginIT extends IntegrationTest {

    @Test
    void sendsStrangersToTheLoginPage() {
        assertThat(anybody().get("/").headers().firstValue("location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/login"));
    }

    @Test
    void answersStrangersAtTheApisWith401() {
        assertThat(anybody().get("/api/postmortems").statusCode()).isEqualTo(401);
        assertThat(anybody().get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesAWrongPassword() {
        assertThat(anybody()
                        .postForm("/login", Map.of("username", "stranger", "password", "wrong"))
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/login?error"));
    }

    @Test
    void oneLoginOpensTheTasklistToo() {
        assertThat(visitor("reviewer").get("/camunda/app/tasklist/default/").statusCode())
                .isEqualTo(200);
    }

    @Test
    void cockpitIsForAdminsOnly() {
        assertThat(visitor("reviewer").get("/camunda/app/cockpit/default/").statusCode())
                .isEqualTo(403);
        assertThat(visitor("admin").get("/camunda/app/cockpit/default/").statusCode())
                .isEqualTo(200);
    }
}
