package io.followthrough.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EnginePeopleIT extends IntegrationTest {

    @Autowired
    private People people;

    @Test
    void knowsPeopleWithTheirRoles() {
        assertThat(people.find("lead")).hasValueSatisfying(lead -> {
            assertThat(lead.name()).isEqualTo("Leo Lead");
            assertThat(lead.mail()).isEqualTo("lead@example.org");
            assertThat(lead.roles()).containsExactlyInAnyOrder(Role.AUTHOR, Role.REVIEWER);
        });
        assertThat(people.find("nobody")).isEmpty();
        assertThat(people.all()).contains(people.find("lead").orElseThrow());
    }

    @Test
    void knowsWhoHasARole() {
        assertThat(people.inRole(Role.REVIEWER)).extracting(Person::id).contains("lead", "reviewer");
        assertThat(people.inRole(Role.REVIEWER)).extracting(Person::id).doesNotContain("author", "manager");
    }

    @Test
    void understandsALoginNameAnAddressAndAFullName() {
        assertThat(people.match(" MANAGER ")).map(Person::id).hasValue("manager");
        assertThat(people.match("Rita reviewer")).map(Person::id).hasValue("reviewer");
        assertThat(people.match("admin@Example.org")).map(Person::id).hasValue("admin");
        assertThat(people.match("the platform team")).isEmpty();
    }
}
