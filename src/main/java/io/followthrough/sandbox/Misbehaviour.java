package io.followthrough.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** What the sandbox is told to do wrong. Starts and ends with nothing. */
public final class Misbehaviour {

    private static final FaultPlan NONE = (method, path) -> Optional.empty();
    /** Longer than anybody waits. */
    private static final Duration TOO_LATE = Duration.ofSeconds(15);

    private final Random random = new Random(7);
    private FaultPlan plan = NONE;
    private String planWords = "";
    private int remaining;
    private Set<String> refusedFields = Set.of();
    private Set<String> requiredFields = Set.of();
    private Set<String> refusedPriorities = Set.of();
    private boolean assigneesRefused;
    private Duration searchLag = Duration.ZERO;
    private LagRange lags = LagRange.NONE;
    private Duration latency = Duration.ZERO;
    private Duration tooLate = TOO_LATE;
    private WebhookOdds odds = WebhookOdds.ALL_WELL;
    private boolean webhooksOff;
    private boolean projectHidden;
    private boolean searchRemoved;
    private Map<String, String> ownNames = Map.of();
    private boolean down;

    Misbehaviour() {}

    /** The next calls to the REST API fail like this, then all is well again. */
    public synchronized Misbehaviour next(Fault fault, int calls) {
        remaining = calls;
        return plan(fault.words, (method, path) -> countDown(fault));
    }

    /**
     * The next calls of one kind fail like this; others are answered well.
     *
     * @param call method and path, "POST /rest/api/3/issue"
     */
    public synchronized Misbehaviour next(Fault fault, int calls, String call) {
        remaining = calls;
        return plan(
                fault.words, (method, path) -> call.equals(method + " " + path) ? countDown(fault) : Optional.empty());
    }

    /** So many of a hundred calls fail like this, until told otherwise. */
    public synchronized Misbehaviour sometimes(Fault fault, int percent) {
        remaining = 0;
        return plan(
                percent + " % of all calls: " + fault.words,
                (method, path) -> random.nextInt(100) < percent ? Optional.of(fault) : Optional.empty());
    }

    /** Fails as planned, until told otherwise. */
    public synchronized Misbehaviour plan(FaultPlan plan) {
        remaining = 0;
        return plan("as planned by a test", plan);
    }

    private Misbehaviour plan(String words, FaultPlan plan) {
        this.plan = plan;
        this.planWords = words;
        return this;
    }

    private synchronized Optional<Fault> countDown(Fault fault) {
        if (remaining == 0) {
            return Optional.empty();
        }
        remaining--;
        if (remaining == 0) {
            plan = NONE;
        }
        return Optional.of(fault);
    }

    /** Refuses any of these fields as not on the screen. */
    public synchronized Misbehaviour refuseFields(String... fields) {
        refusedFields = new TreeSet<>(Set.of(fields));
        return this;
    }

    /** Makes no issue without a value for each of these fields. */
    public synchronized Misbehaviour requireFields(String... fields) {
        requiredFields = new TreeSet<>(Set.of(fields));
        return this;
    }

    /** Takes these priorities, by name, out of the project. */
    public synchronized Misbehaviour refusePriorities(String... names) {
        refusedPriorities = new TreeSet<>(Set.of(names));
        return this;
    }

    /** Lets nobody be assigned. */
    public synchronized Misbehaviour refuseAssignees(boolean refused) {
        assigneesRefused = refused;
        return this;
    }

    /** Hides issues from the search for so long after they were made, by the sandbox's clock. */
    public synchronized Misbehaviour searchLag(Duration lag) {
        searchLag = lag;
        return this;
    }

    /** Hides each issue that is made from now on from the search for a time of its own between these. */
    public synchronized Misbehaviour searchLag(Duration shortest, Duration longest) {
        lags = new LagRange(shortest, longest);
        return this;
    }

    /** Takes so long, by the clock of the machine, before it does what is asked. */
    public synchronized Misbehaviour latency(Duration latency) {
        this.latency = latency;
        return this;
    }

    /** Lets {@link Fault#TOO_LATE} wait so long, by the clock of the machine. */
    public synchronized Misbehaviour tooLate(Duration tooLate) {
        this.tooLate = tooLate;
        return this;
    }

    /** Sends no webhooks. */
    public synchronized Misbehaviour webhooksOff(boolean off) {
        webhooksOff = off;
        return this;
    }

    /** So many of a hundred webhooks are sent twice, so late that others overtake them, or not at all. */
    public synchronized Misbehaviour webhooks(int duplicatedPercent, int delayedPercent, int lostPercent) {
        odds = new WebhookOdds(duplicatedPercent, delayedPercent, lostPercent);
        return this;
    }

    /** Takes from the account of the application the right to see the project. */
    public synchronized Misbehaviour hideProject(boolean hidden) {
        projectHidden = hidden;
        return this;
    }

    /** Answers searches and bulk reads with 410, as Jira does with what it has removed. */
    public synchronized Misbehaviour removeSearch(boolean removed) {
        searchRemoved = removed;
        return this;
    }

    /** Calls statuses and priorities, by their usual names, something else, as a project in another language does. */
    public synchronized Misbehaviour rename(Map<String, String> names) {
        ownNames = Map.copyOf(names);
        return this;
    }

    /** Drops every connection to the REST API; the pages still work. */
    public synchronized Misbehaviour down(boolean down) {
        this.down = down;
        return this;
    }

    /** Behaves again. */
    public synchronized void reset() {
        plan = NONE;
        remaining = 0;
        refusedFields = Set.of();
        requiredFields = Set.of();
        refusedPriorities = Set.of();
        assigneesRefused = false;
        searchLag = Duration.ZERO;
        lags = LagRange.NONE;
        latency = Duration.ZERO;
        tooLate = TOO_LATE;
        odds = WebhookOdds.ALL_WELL;
        webhooksOff = false;
        projectHidden = false;
        searchRemoved = false;
        ownNames = Map.of();
        down = false;
    }

    Optional<Fault> faultOf(Call call) {
        FaultPlan present;
        synchronized (this) {
            if (down) {
                return Optional.of(Fault.DROPPED);
            }
            present = plan;
        }
        return present.faultOf(call.method(), call.path());
    }

    synchronized Set<String> refusedFields() {
        return refusedFields;
    }

    synchronized Set<String> requiredFields() {
        return requiredFields;
    }

    synchronized boolean hasPriority(Level level) {
        return !refusedPriorities.contains(level.title);
    }

    synchronized Set<String> refusedPriorities() {
        return refusedPriorities;
    }

    synchronized boolean areAssigneesRefused() {
        return assigneesRefused;
    }

    synchronized Duration searchLag() {
        return searchLag;
    }

    /** After how long the search finds the issue that is being made. */
    synchronized Duration lagOfOne() {
        return lags.draw(random);
    }

    synchronized Duration latency() {
        return latency;
    }

    synchronized Duration tooLate() {
        return tooLate;
    }

    synchronized boolean areWebhooksOff() {
        return webhooksOff;
    }

    /** What becomes of the next webhook. */
    synchronized WebhookOdds.Fate nextWebhook() {
        return odds.draw(random);
    }

    synchronized boolean isProjectHidden() {
        return projectHidden;
    }

    synchronized boolean isSearchRemoved() {
        return searchRemoved;
    }

    /** What the project calls a status or priority. */
    synchronized String nameOf(String usual) {
        return ownNames.getOrDefault(usual, usual);
    }

    synchronized boolean hasOwnNames() {
        return !ownNames.isEmpty();
    }

    synchronized boolean isDown() {
        return down;
    }

    /** What is wrong now, for people; empty when all is well. */
    synchronized String describe() {
        StringJoiner words = new StringJoiner(" ");
        say(words, plan != NONE, (remaining > 0 ? "The next " + remaining + " calls: " : "Fails: ") + planWords + ".");
        say(words, "Refuses ", refusedFields);
        say(words, "Requires ", requiredFields);
        say(words, "Has no priority ", refusedPriorities);
        say(words, assigneesRefused, "Lets nobody be assigned.");
        say(words, !searchLag.isZero(), "The search lags " + searchLag.toSeconds() + " s behind.");
        say(words, !lags.equals(LagRange.NONE), lags.words());
        say(words, !latency.isZero(), "Takes " + latency.toMillis() + " ms for each call.");
        say(words, webhooksOff, "Sends no webhooks.");
        say(words, !odds.equals(WebhookOdds.ALL_WELL), odds.words());
        say(words, projectHidden, "The application may not see the project.");
        say(words, searchRemoved, "Has removed the search.");
        say(words, "Has its own names for ", ownNames.keySet());
        say(words, down, "Is down.");
        return words.toString();
    }

    private static void say(StringJoiner words, String what, Set<String> names) {
        say(words, !names.isEmpty(), what + String.join(", ", names) + ".");
    }

    private static void say(StringJoiner words, boolean isSo, String sentence) {
        if (isSo) {
            words.add(sentence);
        }
    }
}
