package io.followthrough.document;

/** How much a finding weighs: an {@link #ERROR} keeps a postmortem from review. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
