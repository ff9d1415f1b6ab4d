package io.followthrough.sandbox;

import io.followthrough.platform.SettingsCheck;
import java.util.List;
import org.springframework.core.env.Environment;

/** The sandbox has a password that everybody knows: it is for trying out only. */
class SandboxSettingsCheck implements SettingsCheck {

    @Override
    public List<String> problems(Environment settings) {
        boolean enabled = settings.getProperty("followthrough.sandbox.enabled", Boolean.class, false);
        boolean tryIt = settings.getProperty("followthrough.try-it", Boolean.class, false);
        return enabled && !tryIt
                ? List.of("followthrough.sandbox.enabled is true, but the sandbox is for trying out only:"
                        + " remove it, or set followthrough.try-it=true.")
                : List.of();
    }
}
