package io.followthrough.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.TestDatabase;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database from before files were kept. */
class OriginalsMigrationTest {

    private final DriverManagerDataSource source =
            new DriverManagerDataSource(TestDatabase.url("originals_migration"), TestDatabase.USER, "");
    private final JdbcTemplate jdbc = new JdbcTemplate(source);

    @Test
    void keepsTheTextsThereAreAsTheirOwnFiles() {
        migrate("15?");
        String text = "# Störung – Überlast 🔥\r\n\r\nImpact: café.\n";
        jdbc.update(
                "insert into postmortem (number, title, author, status, revision, created_at, version) values (1, 't', 'a', 'DRAFT', 2, now(), 0)");
        revise(1, "plain words");
        revise(2, text);

        migrate("latest");

        assertThat(jdbc.queryForObject("select content from postmortem_original where revision = 2", byte[].class))
                .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(jdbc.queryForList("select kind from postmortem_original order by revision", String.class))
                .containsExactly("PLAIN", "MARKDOWN");
        assertThat(jdbc.queryForList(
                        "select o.sha256 from postmortem_original o join postmortem_revision r using (postmortem, revision) where r.revision = 2 and o.sha256 = ?",
                        String.class,
                        PostmortemRevision.sha256(text.getBytes(StandardCharsets.UTF_8))))
                .hasSize(1);
    }

    private void revise(int revision, String text) {
        jdbc.update(
                "insert into postmortem_revision (postmortem, revision, source, sha256, created_by, created_at) values (1, ?, ?, 'x', 'a', now())",
                revision,
                text);
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }
}
