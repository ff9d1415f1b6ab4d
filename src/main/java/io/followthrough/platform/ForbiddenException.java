package io.followthrough.platform;

/** This person may not do that; the message may be shown to people. */
public class ForbiddenException extends RuntimeException {

    public ForbiddenException(String message) {
        super(message);
    }
}
