package io.followthrough.document.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the rules file that is used where none is named. */
final class RulesLookup {

    static final String NAME = ".followthrough.yaml";

    private RulesLookup() {}

    /**
     * The nearest {@link #NAME} in the folder or above it; the search ends at the root of a Git repository, so that a
     * checkout never depends on what lies around it.
     */
    static @Nullable Path near(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path file = at.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return file;
            }
            if (Files.exists(at.resolve(".git"))) {
                return null;
            }
        }
        return null;
    }
}
