package io.followthrough.postmortem;

import io.followthrough.platform.NotFoundException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a postmortem as people write it, {@code PM-42}; also the business key of its process. */
public record PostmortemKey(long number) {

    private static final Pattern WRITTEN = Pattern.compile("(?:PM-)?(\\d{1,15})", Pattern.CASE_INSENSITIVE);

    /**
     * Reads {@code PM-42} or {@code 42}.
     *
     * @throws NotFoundException when the text is neither, since no postmortem can have that number
     */
    public static PostmortemKey of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new NotFoundException("There is no postmortem " + written + ". Numbers look like PM-42.");
        }
        return new PostmortemKey(Long.parseLong(matcher.group(1)));
    }

    @Override
    public String toString() {
        return "PM-" + number;
    }
}
