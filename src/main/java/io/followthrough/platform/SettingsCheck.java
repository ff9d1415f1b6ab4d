package io.followthrough.platform;

import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Looks at the settings before anything is started. Implementations are named in {@code META-INF/spring.factories}
 * and need a constructor without arguments.
 */
public interface SettingsCheck {

    /** What must not be so, one sentence each, naming the setting; empty when all is well. */
    List<String> problems(Environment settings);
}
