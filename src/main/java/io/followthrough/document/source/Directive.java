package io.followthrough.document.source;

/**
 * An instruction to the tool that somebody wrote into a document.
 *
 * @param line on which it begins, from 1
 * @param lastLine on which it ends
 * @param column of the first character behind its name, from 1
 * @param words what stands behind its name, line ends included
 */
public record Directive(int line, int lastLine, int column, String words) {}
