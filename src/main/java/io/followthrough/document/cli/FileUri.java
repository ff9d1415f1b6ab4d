package io.followthrough.document.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files as URI references: relative to the folder worked in where the file lies below it. */
final class FileUri {

    private FileUri() {}

    static String of(String file) {
        try {
            Path here = Path.of("").toAbsolutePath().normalize();
            Path path = here.resolve(file).normalize();
            return path.startsWith(here) && !path.equals(here)
                    ? relative(here.relativize(path).toString().replace('\\', '/'))
                    : path.toUri().toString();
        } catch (InvalidPathException nameOfTheStandardInput) {
            return relative(file);
        }
    }

    /** {@code ./} stands before a name with a colon, which would read as the end of a scheme. */
    private static String relative(String path) {
        try {
            return new URI(null, null, path.indexOf(':') >= 0 ? "./" + path : path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
