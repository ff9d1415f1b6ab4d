package io.followthrough.sandbox;

/** Ways in which the sandbox can misbehave for some calls. */
public enum Fault {
    /** 503, nothing done. */
    UNAVAILABLE("answer 503", false),
    /** 503 with {@code Retry-After} in seconds, nothing done. */
    UNAVAILABLE_FOR("answer 503 with a time", false),
    /** 500, nothing done. */
    ERROR("answer 500", false),
    /** Does what was asked, then answers 500. */
    ERROR_AFTERWARDS("do it, but answer 500", true),
    /** 429 with {@code Retry-After} in seconds, nothing done. */
    THROTTLED("answer 429: too many requests", false),
    /** 429 with {@code Retry-After} as a date, nothing done. */
    THROTTLED_UNTIL("answer 429 with a date", false),
    /** 429 of a gateway: a page of HTML that names no time, nothing done. */
    THROTTLED_BY_GATEWAY("answer 429 as an HTML page without a time", false),
    /** Does what was asked, then drops the connection without an answer. */
    ANSWER_LOST("do it, but lose the answer", true),
    /** Does what was asked, and answers when nobody waits any more. */
    TOO_LATE("do it, but answer too late", true),
    /** Drops the connection before anything is done. */
    DROPPED("drop the connection", false),
    /** A page of a proxy instead of JSON, status 502, nothing done. */
    HTML_ERROR("answer with an HTML error page", false),
    /** 401 whatever the credentials. */
    UNAUTHORIZED("answer 401: not logged in", false),
    /** Treats the caller as a stranger without saying so, as expired tokens are: 200, nothing found. */
    ANONYMOUS("take the token for expired", false);

    final String words;
    private final boolean afterTheEffect;

    Fault(String words, boolean afterTheEffect) {
        this.words = words;
        this.afterTheEffect = afterTheEffect;
    }

    /** Whether what was asked is done although the answer does not say so. */
    public boolean isAfterTheEffect() {
        return afterTheEffect;
    }
}
