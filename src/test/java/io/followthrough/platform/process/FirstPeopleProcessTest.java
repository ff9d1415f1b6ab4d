package io.followthrough.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.TestDatabase;
import io.followthrough.platform.DemoPerson;
import io.followthrough.platform.Role;
import io.followthrough.platform.RunMode;
import io.followthrough.platform.StartRefusedException;
import java.util.Arrays;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstPeopleProcessTest {

    private static final RunMode TRY_IT = new RunMode(true);
    private static final RunMode EARNEST = new RunMode(false);

    private static ProcessEngine engine;
    private static IdentityService identities;

    @BeforeAll
    static void startEngine() {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("first-people");
        configuration.setJdbcUrl(TestDatabase.url("first_people"));
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUsername(TestDatabase.USER);
        configuration.setJdbcPassword("");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setPasswordEncryptor(new BcryptPasswords());
        engine = configuration.buildProcessEngine();
        identities = engine.getIdentityService();
    }

    @AfterAll
    static void closeEngine() {
        engine.close();
    }

    @BeforeEach
    void createGroups() {
        for (Role role : Role.values()) {
            identities.saveGroup(identities.newGroup(role.group()));
        }
    }

    @AfterEach
    void removeEverybody() {
        identities.createUserQuery().list().forEach(user -> identities.deleteUser(user.getId()));
        Arrays.stream(Role.values()).forEach(role -> identities.deleteGroup(role.group()));
    }

    @Test
    void everybodyOfTheDemoCanLogInWhileItIsTriedOut() {
        new FirstPeople(TRY_IT, "admin", null).create(engine);
        new FirstPeople(TRY_IT, "admin", null).create(engine);

        assertThat(identities.createUserQuery().list())
                .extracting(User::getId)
                .containsExactlyInAnyOrder("author", "reviewer", "lead", "manager", "admin");
        assertThat(identities.createUserQuery().memberOfGroup("reviewers").list())
                .extracting(User::getId)
                .containsExactlyInAnyOrder("reviewer", "lead");
        assertThat(identities.checkPassword("manager", DemoPerson.PASSWORD)).isTrue();
    }

    @Test
    void inEarnestThereIsOneAdminWithTheGivenPassword() {
        new FirstPeople(EARNEST, "root", "a long enough password").create(engine);

        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(User::getId)
                .containsExactly("root");
        assertThat(identities.checkPassword("root", "a long enough password")).isTrue();
        new FirstPeople(EARNEST, "root", null).create(engine);
    }

    @Test
    void inEarnestRefusesToStartWithoutAnAdmin() {
        assertThatThrownBy(() -> new FirstPeople(EARNEST, "admin", " ").create(engine))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("FOLLOWTHROUGH_ADMIN_PASSWORD");
        assertThat(identities.createUserQuery().count()).isZero();
    }

    @Test
    void inEarnestRefusesADatabaseWhereTheDemoCanStillLogIn() {
        new FirstPeople(TRY_IT, "admin", null).create(engine);
        User changed = identities.createUserQuery().userId("lead").singleResult();
        changed.setPassword("changed since");
        identities.saveUser(changed);

        assertThatThrownBy(() -> new FirstPeople(EARNEST, "admin", "a long enough password").create(engine))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("author, reviewer, manager, admin can still log in")
                .hasMessageNotContaining("lead");
    }

    @Test
    void passwordsAreStoredAsBcryptHashesWhateverTheirLength() {
        String password = "long ".repeat(40);
        new FirstPeople(EARNEST, "admin", password).create(engine);

        UserEntity admin =
                (UserEntity) identities.createUserQuery().userId("admin").singleResult();
        assertThat(admin.getPassword()).startsWith("{BCRYPT}$2a$");
        assertThat(identities.checkPassword("admin", password)).isTrue();
        assertThat(identities.checkPassword("admin", password + "!")).isFalse();
    }
}
