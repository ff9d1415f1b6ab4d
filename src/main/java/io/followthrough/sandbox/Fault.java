package io.followthrough.sandbox;

/** Ways in which the sandbox can misbehave for some calls. */
public enum Fault {
    /** 503, nothing done. */
    UNAVAILABLE("answer 503"),
    /** 429 with {@code Retry-After}, nothing done. */
    THROTTLED("answer 429: too many requests"),
    /** Does what was asked, then drops the connection without an answer. */
    ANSWER_LOST("do it, but lose the answer"),
    /** Drops the connection before anything is done. */
    DROPPED("drop the connection"),
    /** A page of a proxy instead of JSON, status 502, nothing done. */
    HTML_ERROR("answer with an HTML error page"),
    /** 401 whatever the credentials. */
    UNAUTHORIZED("answer 401: not logged in"),
    /** Treats the caller as a stranger without saying so, as expired tokens are: 200, nothing found. */
    ANONYMOUS("take the token for expired");

    final String words;

    Fault(String words) {
        this.words = words;
    }
}
