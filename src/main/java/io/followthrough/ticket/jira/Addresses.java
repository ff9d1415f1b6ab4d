package io.followthrough.ticket.jira;

import java.util.regex.Pattern;

/** Which addresses of a document may become links of a ticket. */
final class Addresses {

    private static final Pattern SAFE = Pattern.compile("(https?://|mailto:)[^\\s\\p{Cc}]+", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 2_000;

    private Addresses() {}

    /** Whether following it opens a page or a mail, and nothing else. */
    static boolean isSafe(String address) {
        return address.length() <= LONGEST && SAFE.matcher(address).matches();
    }
}
