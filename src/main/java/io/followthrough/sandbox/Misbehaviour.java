package io.followthrough.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the sandbox is told to do wrong. Starts and ends with nothing. */
public final class Misbehaviour {

    private Fault fault = Fault.UNAVAILABLE;
    private int remaining;
    private @Nullable String onlyCall;
    private Set<String> refusedFields = Set.of();
    private Duration searchLag = Duration.ZERO;
    private boolean webhooksOff;
    private boolean down;

    Misbehaviour() {}

    /** The next calls to the REST API fail like this, then all is well again. */
    public synchronized Misbehaviour next(Fault fault, int calls) {
        this.fault = fault;
        this.remaining = calls;
        this.onlyCall = null;
        return this;
    }

    /**
     * The next calls of one kind fail like this; others are answered well.
     *
     * @param call method and path, "POST /rest/api/3/issue"
     */
    public synchronized Misbehaviour next(Fault fault, int calls, String call) {
        next(fault, calls);
        this.onlyCall = call;
        return this;
    }

    /** Refuses any of these fields as not on the screen. */
    public synchronized Misbehaviour refuseFields(String... fields) {
        refusedFields = new TreeSet<>(Set.of(fields));
        return this;
    }

    /** Hides new issues from the search for so long, by the sandbox's clock. */
    public synchronized Misbehaviour searchLag(Duration lag) {
        searchLag = lag;
        return this;
    }

    /** Sends no webhooks. */
    public synchronized Misbehaviour webhooksOff(boolean off) {
        webhooksOff = off;
        return this;
    }

    /** Drops every connection to the REST API; the pages still work. */
    public synchronized Misbehaviour down(boolean down) {
        this.down = down;
        return this;
    }

    /** Behaves again. */
    public synchronized void reset() {
        remaining = 0;
        onlyCall = null;
        refusedFields = Set.of();
        searchLag = Duration.ZERO;
        webhooksOff = false;
        down = false;
    }

    synchronized Optional<Fault> faultOf(Call call) {
        if (down) {
            return Optional.of(Fault.DROPPED);
        }
        if (remaining == 0 || (onlyCall != null && !onlyCall.equals(call.method() + " " + call.path()))) {
            return Optional.empty();
        }
        remaining--;
        return Optional.of(fault);
    }

    synchronized Set<String> refusedFields() {
        return refusedFields;
    }

    synchronized Duration searchLag() {
        return searchLag;
    }

    synchronized boolean areWebhooksOff() {
        return webhooksOff;
    }

    synchronized boolean isDown() {
        return down;
    }

    /** What is wrong now, for people; empty when all is well. */
    synchronized String describe() {
        StringBuilder words = new StringBuilder();
        if (remaining > 0) {
            words.append("The next ")
                    .append(remaining)
                    .append(" calls: ")
                    .append(fault.words)
                    .append(". ");
        }
        if (!refusedFields.isEmpty()) {
            words.append("Refuses ").append(String.join(", ", refusedFields)).append(". ");
        }
        if (!searchLag.isZero()) {
            words.append("The search lags ").append(searchLag.toSeconds()).append(" s behind. ");
        }
        if (webhooksOff) {
            words.append("Sends no webhooks. ");
        }
        if (down) {
            words.append("Is down. ");
        }
        return words.toString().trim();
    }
}
