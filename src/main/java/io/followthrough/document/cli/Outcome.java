package io.followthrough.document.cli;

import io.followthrough.document.Reading;

/** What became of one file named on the command line. */
sealed interface Outcome {

    /** The file as it was named. */
    String file();

    /** Read and linted; the text is what places in it count in. */
    record Linted(String file, String text, Reading reading) implements Outcome {}

    /** Not read, and why, in a sentence for the person who named it. */
    record Unreadable(String file, String reason) implements Outcome {}
}
