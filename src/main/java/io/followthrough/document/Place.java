package io.followthrough.document;

/**
 * Where something stands in the source.
 *
 * @param line from 1
 * @param column from 1, in characters (UTF-16 units) of the line as it was decoded
 * @param length in characters; 0 means the line as a whole
 */
public record Place(int line, int column, int length) {

    public Place {
        if (line < 1 || column < 1 || length < 0) {
            throw new IllegalArgumentException("No place in a text: " + line + ":" + column + "+" + length);
        }
    }

    /** The line as a whole. */
    public static Place line(int line) {
        return new Place(line, 1, 0);
    }
}
