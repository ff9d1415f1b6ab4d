package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.sandbox.JiraSandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The page on which an administrator has Jira checked. */
@ExtendWith(OutputCaptureExtension.class)
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
    void writesIntoTheLogWhatTicketsNeed(@Autowired JiraStartCheck check, CapturedOutput output) {
        check.check();

        assertThat(output).contains("Jira checked: ok       Permissions").doesNotContain("No tickets can be made");
    }

    @Test
    void writesIntoTheLogWhatToChange(
            @Autowired JiraStartCheck check, @Autowired JiraSandbox sandbox, CapturedOutput output) {
        sandbox.misbehave().refuseFields("labels");
        try {
            check.check();
        } finally {
            sandbox.misbehave().reset();
        }

        assertThat(output).contains("Jira checked: problem  Fields       Put Labels", "No tickets can be made until");
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
