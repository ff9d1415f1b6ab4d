package io.followthrough.platform;

/** What was sent cannot be used; the message says what to do and may be shown to people. */
public class InvalidInputException extends RuntimeException {

    public InvalidInputException(String message) {
        super(message);
    }
}
