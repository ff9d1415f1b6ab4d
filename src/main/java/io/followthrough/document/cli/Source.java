package io.followthrough.document.cli;

import io.followthrough.document.Documents;
import io.followthrough.document.UnreadableDocumentException;
import io.followthrough.document.cli.Outcome.Linted;
import io.followthrough.document.cli.Outcome.Unreadable;
import io.followthrough.document.lint.Linter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document to lint.
 *
 * @param name as it is printed
 */
record Source(String name, Content content) {

    /** Opens what is to be read. */
    interface Content {

        InputStream open() throws IOException;
    }

    static Source of(String name, Path file) {
        return new Source(name, () -> Files.newInputStream(file));
    }

    Outcome lint(Linter linter) {
        try (InputStream in = content.open()) {
            // One byte more than is taken, so that longer files are told apart without being loaded whole.
            String text = Documents.open(in.readNBytes(Documents.MAX_BYTES + 1), name, null)
                    .text();
            return new Linted(name, text, Documents.read(text, linter));
        } catch (UnreadableDocumentException e) {
            return new Unreadable(name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Unreadable(name, "The file cannot be read; is the name right and may you read it?");
        }
    }
}
