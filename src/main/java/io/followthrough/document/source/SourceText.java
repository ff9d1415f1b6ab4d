package io.followthrough.document.source;

import io.followthrough.document.Place;
import java.util.Arrays;
import java.util.List;

/** The text as it was decoded, for finding the place of what was read from it. */
public final class SourceText {

    private static final int FURTHER_LINES = 12;
    private static final int FEW_LINES = 128;
    private static final int LONGEST_SEARCH = 20_000;
    private static final String MARKUP = "*_`~\\[]{}<>|\u200B\uFEFF";

    private final String text;
    private final List<Directive> directives;
    private int[] starts = {};

    public SourceText(String text) {
        Directives found = Directives.in(text);
        this.text = found.masked();
        this.directives = found.found();
    }

    /** The instructions to the tool in the text; they are no content of it. */
    public List<Directive> directives() {
        return directives;
    }

    /** The whole text, with an empty comment in the place of each instruction to the tool. */
    public String text() {
        return text;
    }

    /** The line without its end; empty beyond the last one. */
    public String line(int number) {
        if (number < 1 || number > starts().length) {
            return "";
        }
        return text.substring(starts()[number - 1], endOf(number));
    }

    /** The words at a place. */
    public String words(Place place) {
        String line = line(place.line());
        int start = Math.min(place.column() - 1, line.length());
        return line.substring(start, Math.min(start + place.length(), line.length()));
    }

    /** The words of the line, from the first to the last that is not blank. */
    public Place place(int line) {
        String words = line(line);
        int first = 0;
        while (first < words.length() && isBlank(words.charAt(first))) {
            first++;
        }
        int last = words.length();
        while (last > first && isBlank(words.charAt(last - 1))) {
            last--;
        }
        return first == last ? Place.line(line) : new Place(line, first + 1, last - first);
    }

    /**
     * Where the words stand on the line or, in a wrapped block, on one of the next. Blanks and markup between them do
     * not count; a place never spans lines: of words that do, it is the part on the first.
     *
     * @return the words of the whole line when they are not found
     */
    public Place place(int line, String words) {
        String wanted = words.strip();
        if (wanted.isEmpty()) {
            return place(line);
        }
        int last = Math.min(line + FURTHER_LINES, starts().length);
        for (int number = Math.max(line, 1); number <= last; number++) {
            int start = starts()[number - 1];
            int limit = endOf(number);
            for (int from = start; from < Math.min(limit, start + LONGEST_SEARCH); from++) {
                int end = matchEnd(from, limit, wanted);
                if (end > from) {
                    return new Place(number, from - start + 1, end - from);
                }
            }
        }
        return place(line);
    }

    /** The column at which the words begin, or all words of the line where these stand on a later one or are not found. */
    public int column(int line, String words) {
        Place found = place(line, words);
        return (found.line() == line ? found : place(line)).column();
    }

    /** The end of the wanted words from there on, or -1; at the end of the line a part is enough. */
    private int matchEnd(int from, int lineEnd, String wanted) {
        if (text.charAt(from) != wanted.charAt(0)) {
            return -1;
        }
        int at = from;
        int i = 0;
        int end = from;
        while (i < wanted.length() && at < lineEnd) {
            char want = wanted.charAt(i);
            char have = text.charAt(at);
            if (want == have) {
                i++;
                at++;
                end = at;
            } else if (isBlank(want)) {
                i++;
            } else if (isBlank(have) || MARKUP.indexOf(have) >= 0) {
                at++;
            } else {
                return -1;
            }
        }
        boolean whole = i == wanted.length();
        boolean wrapped = at == lineEnd && end - from > 8;
        return whole || wrapped ? end : -1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0';
    }

    private int endOf(int number) {
        int end = number < starts().length ? starts()[number] : text.length();
        int start = starts()[number - 1];
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** Found when first asked for: a document that is fine needs no places. */
    private int[] starts() {
        if (starts.length == 0) {
            int length = text.length();
            int[] found = new int[FEW_LINES];
            int lines = 1;
            for (int i = 0; i < length; i++) {
                char c = text.charAt(i);
                boolean end = c == '\n' || c == '\r' && (i + 1 == length || text.charAt(i + 1) != '\n');
                if (end) {
                    found = lines == found.length ? Arrays.copyOf(found, 2 * lines) : found;
                    found[lines++] = i + 1;
                }
            }
            starts = Arrays.copyOf(found, lines);
        }
        return starts;
    }
}
