package io.followthrough.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which ticket is meant by a key or by an address of the configured tracker. */
final class TicketReference {

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,30}-[1-9]\\d{0,9}");

    private TicketReference() {}

    /**
     * The key that is meant; empty when it is none, or an address of another site.
     *
     * @param browseUrl where the tracker shows the ticket of a key
     */
    static Optional<String> key(String reference, java.util.function.UnaryOperator<String> browseUrl) {
        String text = reference.strip();
        Matcher plain = KEY.matcher(text);
        if (plain.matches()) {
            return Optional.of(text.toUpperCase(Locale.ROOT));
        }
        String site = browseUrl.apply("");
        if (!text.regionMatches(true, 0, site, 0, site.length())) {
            return Optional.empty();
        }
        Matcher inAddress = KEY.matcher(text).region(site.length(), text.length());
        boolean whole = inAddress.lookingAt()
                && (inAddress.end() == text.length() || "?#/".indexOf(text.charAt(inAddress.end())) >= 0);
        return whole ? Optional.of(inAddress.group().toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
