package io.followthrough.platform;

/** What was asked for does not exist; the message may be shown to people. */
public class NotFoundException extends RuntimeException {

    public NotFoundException(String message) {
        super(message);
    }
}
