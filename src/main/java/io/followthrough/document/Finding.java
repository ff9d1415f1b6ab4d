package io.followthrough.document;

/**
 * What the linter says about one place of a document.
 *
 * @param rule id of the rule, kebab case ({@code missing-time-zone})
 * @param line line in the source, from 1; 1 for what is missing as a whole
 */
public record Finding(String rule, Severity severity, String message, int line) {}
