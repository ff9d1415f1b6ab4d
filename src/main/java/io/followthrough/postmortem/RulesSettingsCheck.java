package io.followthrough.postmortem;

import io.followthrough.document.DocumentReader;
import io.followthrough.platform.SettingsCheck;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** A rules file with a mistake would let documents through that it was meant to stop. */
class RulesSettingsCheck implements SettingsCheck {

    @Override
    public List<String> problems(Environment settings) {
        String file = settings.getProperty("followthrough.rules-file");
        if (!StringUtils.hasText(file)) {
            return List.of();
        }
        try {
            DocumentReader.withRulesOf(Path.of(file));
            return List.of();
        } catch (IllegalArgumentException refusal) {
            return List.of("FOLLOWTHROUGH_RULES_FILE: " + refusal.getMessage());
        }
    }
}
