package io.followthrough.document.cli;

import io.followthrough.document.Severity;
import picocli.CommandLine.Help.Ansi;

/** Colours for a terminal, or none. */
final class Colours {

    private static final String OFF = "\u001B[0m";

    private final boolean on;

    Colours(boolean on) {
        this.on = on;
    }

    /** When to print colours; {@code auto} asks whether this is a terminal and honours {@code NO_COLOR}. */
    enum When {
        auto,
        always,
        never
    }

    static Colours of(When when) {
        return new Colours(
                switch (when) {
                    case always -> true;
                    case never -> false;
                    case auto -> Ansi.AUTO.enabled();
                });
    }

    String of(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> paint("1;31", text);
            case WARNING -> paint("1;33", text);
            case INFO -> paint("1;36", text);
        };
    }

    String strong(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String note(String text) {
        return paint("1;34", text);
    }

    String mark(String text) {
        return paint("1;32", text);
    }

    private String paint(String code, String text) {
        return on ? "\u001B[" + code + "m" + text + OFF : text;
    }
}
