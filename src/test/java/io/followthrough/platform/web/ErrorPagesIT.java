package io.followthrough.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ErrorPagesIT extends IntegrationTest {

    @Test
    void scriptsGetProblemDetails() {
        HttpResponse<String> missing = script("author").get("/api/nothing-here");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(missing.body()).contains("\"status\":404").doesNotContain("Exception");
    }

    @Test
    void peopleGetAPage() {
        HttpResponse<String> missing = visitor("author").get("/nothing-here");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is nothing here").contains("To the dashboard");
    }

    @Test
    void ourPagesAllowNoInlineScriptAndNoFrame() {
        HttpResponse<String> page = anybody().get("/login");

        assertThat(page.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("referrer-policy")).hasValue("same-origin");
    }
}
