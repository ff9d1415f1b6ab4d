package io.followthrough.document.lint;

/** Takes what a rule finds. */
public interface Report {

    /**
     * Adds a finding.
     *
     * @param line in the source, from 1; 1 for what is missing as a whole
     * @param message what is wrong and with which values, in one sentence
     */
    void add(int line, String message);
}
