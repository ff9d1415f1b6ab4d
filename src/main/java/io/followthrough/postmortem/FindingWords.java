package io.followthrough.postmortem;

import io.followthrough.document.Finding;
import io.followthrough.document.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a text that a finding is about: the same ones tell the same finding again after the rest of the text has
 * changed.
 */
final class FindingWords {

    /** A longer line is a paragraph, of which only the sentence counts. */
    private static final int LONGEST_LINE = 240;

    private static final int FINGERPRINT = 32;

    /** What changes when something is inserted above or moved: indentation, bullets, the numbers of a list. */
    private static final Pattern MARKER = Pattern.compile("^[\\s>|*+•#-]*(?:\\d{1,3}[.)]\\s+)?[\\s*|]*");

    private final List<String> lines;

    FindingWords(String source) {
        this.lines = source.lines().toList();
    }

    /** The words at the place of the finding; empty when it is about the document as a whole. */
    String of(Finding finding) {
        boolean whole = finding.line() == 1 && finding.place().length() == 0;
        return whole ? "" : at(finding.place());
    }

    /** Stays as it is while these words and those the finding compares them with do; never empty. */
    String fingerprint(Finding finding) {
        String related = finding.related().stream()
                .map(other -> "\n" + at(other.place()))
                .sorted()
                .collect(Collectors.joining());
        return sha256(of(finding) + related).substring(0, FINGERPRINT);
    }

    private String at(Place place) {
        if (place.line() > lines.size()) {
            return "";
        }
        String line = lines.get(place.line() - 1);
        String words = line.length() <= LONGEST_LINE ? line : sentence(line, place.column() - 1);
        return MARKER.matcher(words).replaceFirst("").strip().replaceAll("\\s+", " ");
    }

    private static String sentence(String line, int at) {
        int inside = Math.max(0, Math.min(at, line.length()));
        int from = line.lastIndexOf(". ", inside - 1);
        int to = line.indexOf(". ", inside);
        return line.substring(from < 0 ? 0 : from + 2, to < 0 ? line.length() : to + 1);
    }

    private static String sha256(String words) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
