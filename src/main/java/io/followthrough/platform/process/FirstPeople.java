package io.followthrough.platform.process;

import io.followthrough.platform.DemoPerson;
import io.followthrough.platform.Role;
import io.followthrough.platform.RunMode;
import io.followthrough.platform.StartRefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Creates the people there must be for anybody to log in: everybody of the demo, or one admin in earnest. */
@Component
class FirstPeople {

    private final RunMode runMode;
    private final String adminId;
    private final @Nullable String adminPassword;

    FirstPeople(
            RunMode runMode,
            @Value("${followthrough.admin.id}") String adminId,
            @Value("${followthrough.admin.password:#{null}}") @Nullable String adminPassword) {
        this.runMode = runMode;
        this.adminId = adminId;
        this.adminPassword = adminPassword;
    }

    /**
     * Creates who is missing.
     *
     * @throws StartRefusedException in earnest, when there is no admin and no password for one, or when somebody of
     *     the demo can still log in
     */
    void create(ProcessEngine engine) {
        IdentityService identities = engine.getIdentityService();
        if (runMode.tryIt()) {
            for (DemoPerson person : DemoPerson.values()) {
                createDemo(identities, person);
            }
        } else {
            refuseDemoPeople(engine);
            createAdmin(identities);
        }
    }

    private static void createDemo(IdentityService identities, DemoPerson person) {
        if (identities.createUserQuery().userId(person.id()).count() == 0) {
            User user = identities.newUser(person.id());
            user.setFirstName(person.firstName());
            user.setLastName(person.lastName());
            user.setEmail(person.id() + "@example.org");
            user.setPassword(DemoPerson.PASSWORD);
            identities.saveUser(user);
            person.roles().forEach(role -> identities.createMembership(person.id(), role.group()));
        }
    }

    private void refuseDemoPeople(ProcessEngine engine) {
        PasswordManager passwords =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getPasswordManager();
        List<String> left = Arrays.stream(DemoPerson.values())
                .map(DemoPerson::id)
                .filter(id ->
                        engine.getIdentityService().createUserQuery().userId(id).singleResult()
                                        instanceof UserEntity user
                                && passwords.check(
                                        EncryptionUtil.saltPassword(DemoPerson.PASSWORD, user.getSalt()),
                                        user.getPassword()))
                .toList();
        if (!left.isEmpty()) {
            throw new StartRefusedException("this database was used to try Followthrough out, and "
                    + String.join(", ", left) + " can still log in with the password everybody knows. Delete them, or"
                    + " use a new database.");
        }
    }

    private void createAdmin(IdentityService identities) {
        if (identities.createUserQuery().memberOfGroup(Role.ADMIN.group()).count() > 0) {
            return;
        }
        if (!StringUtils.hasText(adminPassword)) {
            throw new StartRefusedException("there is no admin yet, and no password to create one with: set"
                    + " FOLLOWTHROUGH_ADMIN_PASSWORD for the first start.");
        }
        User admin = identities.newUser(adminId);
        admin.setPassword(adminPassword);
        identities.saveUser(admin);
        Set.of(Role.ADMIN, Role.AUTHOR).forEach(role -> identities.createMembership(adminId, role.group()));
    }
}
