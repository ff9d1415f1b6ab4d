package io.followthrough.document.format;

/** Text whose sender broke long lines with a blank before the break, so that they can be joined again (RFC 3676). */
final class FlowedText {

    private FlowedText() {}

    /** @param deleteSpace whether the blank is not part of the text ({@code DelSp=yes}) */
    static String unfold(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        boolean flowing = false;
        int quotes = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            String words = line.substring(depth);
            if (words.startsWith(" ")) {
                words = words.substring(1);
            }
            boolean signature = words.equals("-- ");
            if (!flowing || depth != quotes || signature) {
                if (out.length() > 0) {
                    out.append('\n');
                }
                out.append(depth > 0 ? ">".repeat(depth) + " " : "");
            }
            flowing = words.endsWith(" ") && !signature;
            quotes = depth;
            out.append(flowing && deleteSpace ? words.substring(0, words.length() - 1) : words);
        }
        return out.toString();
    }
}
