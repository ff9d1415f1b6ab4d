package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page on which an administrator has Jira checked. */
class JiraCheckIT extends IntegrationTest {

    @Test
    void showsAnAdministratorWhatTicketsNeed() {
        var admin = visitor("admin");

        assertThat(admin.postForm("/admin/jira/check", Map.of()).statusCode()).isIn(302, 303);

        assertThat(admin.get("/admin/jira").body())
                .contains("tickets can be made", "Permissions", "Check now", "/webhooks/jira")
                .doesNotContain("problem</span>");
    }

    @Test
    void isForAdministratorsOnly() {
        for (String other : new String[] {"author", "reviewer", "manager"}) {
            assertThat(visitor(other).get("/admin/jira").statusCode()).isEqualTo(403);
            assertThat(visitor(other).postForm("/admin/jira/check", Map.of()).statusCode())
                    .isEqualTo(403);
        }
        assertThat(anybody().get("/admin/jira").statusCode()).isEqualTo(302);
    }
}
