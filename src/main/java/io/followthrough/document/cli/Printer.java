package io.followthrough.document.cli;

import io.followthrough.document.cli.Outcome.Linted;
import io.followthrough.document.cli.Outcome.Unreadable;

/** Prints outcomes in one format, each as soon as it is there. */
interface Printer {

    /** What stands before the first file. */
    default void begin() {}

    void linted(Linted file);

    /** A file that could not be read; the error output names it in every format. */
    default void unreadable(Unreadable file) {}

    /** What stands after the last file. */
    default void end(Summary summary) {}
}
