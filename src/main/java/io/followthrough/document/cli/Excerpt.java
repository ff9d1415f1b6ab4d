package io.followthrough.document.cli;

import io.followthrough.document.Place;

/** The part of a source line that fits on a screen, with the columns in it that a place covers. */
record Excerpt(String text, int start, int width) {

    private static final int SCREEN = 100;
    private static final int BEFORE = 30;
    private static final String CUT = "…";

    /** Cuts the surroundings of the place out of its line. */
    static Excerpt of(String line, Place place) {
        int start = Math.min(place.column() - 1, line.length());
        int end = Math.min(start + place.length(), line.length());
        int from = line.length() <= SCREEN ? 0 : wholeCharacter(line, Math.max(0, start - BEFORE));
        int to = wholeCharacter(line, Math.min(line.length(), from + SCREEN));
        String before = (from > 0 ? CUT : "") + TerminalText.harmless(line.substring(from, start));
        String marked = TerminalText.harmless(line.substring(start, Math.max(start, Math.min(end, to))));
        String after = TerminalText.harmless(line.substring(Math.min(Math.max(end, start), to), to));
        String text = before + marked + after + (to < line.length() ? CUT : "");
        return new Excerpt(text, TerminalText.width(before), Math.max(1, TerminalText.width(marked)));
    }

    private static int wholeCharacter(String line, int at) {
        boolean splits = at > 0
                && at < line.length()
                && Character.isLowSurrogate(line.charAt(at))
                && Character.isHighSurrogate(line.charAt(at - 1));
        return splits ? at - 1 : at;
    }
}
