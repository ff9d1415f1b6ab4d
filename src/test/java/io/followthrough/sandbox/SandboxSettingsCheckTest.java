package io.followthrough.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class SandboxSettingsCheckTest {

    @Test
    void keepsTheSandboxOutOfEarnest() {
        assertThat(problems(true, false)).singleElement().asString().contains("followthrough.sandbox.enabled");
        assertThat(problems(true, true)).isEmpty();
        assertThat(problems(false, false)).isEmpty();
    }

    private static List<String> problems(boolean enabled, boolean tryIt) {
        return new SandboxSettingsCheck()
                .problems(new MockEnvironment()
                        .withProperty("followthrough.sandbox.enabled", String.valueOf(enabled))
                        .withProperty("followthrough.try-it", String.valueOf(tryIt)));
    }
}
