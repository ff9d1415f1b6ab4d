package io.followthrough.platform;

/** Followthrough must not or cannot start here and now; the message says why and what to do, to whoever starts it. */
public class StartRefusedException extends RuntimeException {

    public StartRefusedException(String message) {
        super(message);
    }

    public StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
