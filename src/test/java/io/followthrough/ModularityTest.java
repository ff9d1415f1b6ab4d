package io.followthrough;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules touch what their {@code package-info.java} allows, and nothing else. */
class ModularityTest {

    @Test
    void modulesTouchOnlyWhatTheyMay() {
        ApplicationModules.of(FollowthroughApplication.class).verify();
    }
}
