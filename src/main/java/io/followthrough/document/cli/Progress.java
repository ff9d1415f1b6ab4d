package io.followthrough.document.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Says on a terminal how far a long run has come: not before a second, not more than five times a second. */
final class Progress {

    private static final long PATIENCE = 1_000_000_000L;
    private static final long PAUSE = 200_000_000L;
    private static final String ERASE_LINE = "\r\u001B[K";

    private final PrintWriter terminal;
    private final boolean wanted;
    private final LongSupplier nanos;
    private final long start;
    private long last;
    private boolean shown;

    Progress(PrintWriter terminal, boolean wanted, LongSupplier nanos) {
        this.terminal = terminal;
        this.wanted = wanted;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.last = start;
    }

    void show(int done, int all) {
        if (!wanted) {
            return;
        }
        long now = nanos.getAsLong();
        if (now - start >= PATIENCE && now - last >= PAUSE) {
            terminal.print(ERASE_LINE + done + " of " + all + " files");
            terminal.flush();
            last = now;
            shown = true;
        }
    }

    /** Takes the line away, so that other output can follow. */
    void hide() {
        if (shown) {
            terminal.print(ERASE_LINE);
            terminal.flush();
            shown = false;
        }
    }
}
