package io.followthrough.notification;

/** Where a message to one person is. */
public enum MessageState {
    /** To be mailed, at once or after a pause. */
    QUEUED,
    /** Accepted by the mail server. */
    SENT,
    /** Given up: the mail server refused it, or stayed away too long. */
    FAILED,
    /** Only written down: there is no mail server, or no address. */
    RECORDED
}
