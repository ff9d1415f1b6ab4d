package io.followthrough.document.reading;

/** Labels with values in the middle of a sentence: {@code … Owner: @ada. Due: 22 July 2026.} */
final class InnerLabels {

    private InnerLabels() {}

    /** Where the label stands behind other words of the text in lower case, or -1. */
    static int at(String lower, String label) {
        int at = lower.indexOf(label + ":");
        while (at > 0) {
            char before = lower.charAt(at - 1);
            if (!Character.isLetterOrDigit(before)
                    && (before != ' ' || at < 2 || !Character.isLetter(lower.charAt(at - 2)))) {
                return at;
            }
            at = lower.indexOf(label + ":", at + 1);
        }
        return -1;
    }

    /** Where the value ends that begins there: at the next label or the end of the sentence. */
    static int valueEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean stop = c == ';' || c == '|' || c == '.' && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
            boolean nextLabel = c == ' ' && i > from + 1 && starts(text, i + 1);
            if (stop || nextLabel) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean starts(String text, int at) {
        Label label = Label.of(text.substring(at, Math.min(text.length(), at + 20)));
        if (label == null) {
            return false;
        }
        ItemLabel meant = ItemLabel.of(label.name());
        return meant != null && (meant != ItemLabel.TICKET || label.name().equalsIgnoreCase("tracking"));
    }
}
