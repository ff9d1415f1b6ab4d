package io.followthrough.document;

import java.io.IOException;
import java.io.InputStream;

/** The sample postmortems on the class path. */
public final class Samples {

    private Samples() {}

    /** Reads and lints the sample of that file name. */
    public static Reading read(String name) {
        return Documents.read(text(name));
    }

    /** The text of the sample of that file name. */
    public static String text(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name)) {
            return Documents.decode(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
