package io.followthrough.ticket.jira;

/** Shortens texts without tearing a character apart. */
final class Cut {

    private Cut() {}

    /** At most so many characters; where something is missing the last one is "…". */
    static String to(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Math.max(0, longest - 1);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** One line, however many there were. */
    static String toOneLine(int longest, String text) {
        return to(longest, text.strip().replaceAll("[\\s\\p{Z}\\p{Cc}]+", " "));
    }
}
