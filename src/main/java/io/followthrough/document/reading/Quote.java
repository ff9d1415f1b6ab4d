package io.followthrough.document.reading;

/**
 * Words as they stand in the document.
 *
 * @param line the line their block starts on, from 1
 */
record Quote(int line, String words) {}
