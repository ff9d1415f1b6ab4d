package io.followthrough.document.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether a step or sentence says that the service worked again. */
final class Restored {

    /** Says that all of it works; of two such entries the later one is the end. */
    private static final Phrases WHOLLY = Phrases.of(
            "restored",
            "resolved",
            "back online",
            "back in operation",
            "back operation",
            "back to operation",
            "fully operational",
            "fully restored",
            "back to normal",
            "returns to normal",
            "returned to normal",
            "back to 100%",
            "100% of traffic",
            "normal operation",
            "stable",
            "up and running",
            "goes away",
            "went away",
            "seems fine",
            "works fine",
            "working fine",
            "working normally",
            "works normally",
            "running normally",
            "all-clear",
            "all clear");

    private static final Phrases CLEARED = Phrases.of("all-clear", "all clear");

    /** Characters of a sentence before or behind its moment. */
    private static final int LONGEST_HALF = 200;

    /** An entry that is called so and no more. */
    private static final Phrases NAMED = Phrases.of("issue resolution", "incident resolution", "outage resolution");

    private static final int LONGEST_NAME = 30;
    /** "fully operational for everybody again by 14:30". */
    private static final int FARTHEST = 45;

    private static final Phrases SOMEHOW = Phrases.of(
            "restored",
            "resolved",
            "back online",
            "fully operational",
            "operational",
            "recovered",
            "back to normal",
            "back up",
            "back to 100%",
            "100% of traffic",
            "normal operation",
            "stable",
            "up and running",
            "fix deployed",
            "problem fixed",
            "issue fixed",
            "resolution implemented",
            "fix implemented",
            "solution implemented",
            "service resumed",
            "services resumed",
            "resumed service",
            "operations resumed",
            "traffic resumed",
            "is back",
            "active again",
            "works again",
            "fixes",
            "running again",
            "traffic back",
            "running",
            "rolled back",
            "confirmed working",
            "working again",
            "requests normally",
            "as expected",
            " correctly",
            " successfully",
            "came back");

    /** What only the last entry of a timeline says of the end; none of them may be the rest of a word. */
    private static final Phrases CLOSING = Phrases.of(" complete", " delivered", " healthy", " normal", "succeed");

    private static final Phrases AFTERWARDS = Phrases.of("investigat", "analysis", "review", "mortem", "backlog");

    private static final Phrases DENYING = Phrases.of("not", "n't", "n’t", "never", "yet to be", "temporarily");
    private static final Pattern DENIED = Pattern.compile(
            "(?:\\bnot|n['’]t|\\bnever|\\byet to be|\\btemporarily)(?: be| been| yet| fully| completely){0,2} \\w+",
            Pattern.CASE_INSENSITIVE);

    /** Somebody tried and did not succeed. */
    private static final Phrases TRIED = Phrases.of("attempt", "tried");

    private static final Phrases IN_VAIN = Phrases.of(
            "not possible", "impossible", "unable", "could not", "couldn", "without success", "in vain", "blocked");

    /** Says what was looked at, and not what was seen. */
    private static final Phrases LOOKING =
            Phrases.of("ensuring", "checking", "check if", "check that", "check whether");

    private Restored() {}

    /** Whether it says that all of it worked again. */
    static boolean wholly(String text) {
        return affirms(text, WHOLLY) || text.length() <= LONGEST_NAME && NAMED.in(text);
    }

    /** The moment beside the words that say so: straight behind them, else the last one before; null for none. */
    static @Nullable Moment besideWholly(String text, List<Moment> moments) {
        int said = WHOLLY.first(text);
        Moment beside = null;
        for (Moment moment : moments) {
            boolean near = moments.size() == 1 || moment.start() <= said + FARTHEST;
            if (near && moment.time() != null) {
                beside = moment;
            }
        }
        return beside;
    }

    /** Whether the sentence of that moment tells of nothing but that all was well. */
    static boolean around(String text, Moment moment) {
        String before = text.substring(Math.max(0, moment.start() - LONGEST_HALF), moment.start());
        String behind = text.substring(moment.end(), Math.min(text.length(), moment.end() + LONGEST_HALF));
        int to = behind.indexOf(". ");
        String sentence =
                before.substring(before.lastIndexOf(". ") + 1) + " " + (to < 0 ? behind : behind.substring(0, to));
        return CLEARED.in(sentence) && !Breaking.tellsOfBreaking(sentence);
    }

    /** Whether it says in any words that it worked again. */
    static boolean somehow(String text) {
        int but = text.lastIndexOf(" but ");
        return affirms(but < 0 ? text : text.substring(but), SOMEHOW);
    }

    /** Whether it says of the last step what makes it the end, where no step says more. */
    static boolean closes(String text) {
        return affirms(text, CLOSING) && !AFTERWARDS.in(text);
    }

    private static boolean affirms(String text, Phrases phrases) {
        return phrases.in(text)
                && !LOOKING.begin(text)
                && !(TRIED.in(text) && IN_VAIN.in(text))
                && (!DENYING.in(text) || phrases.in(DENIED.matcher(text).replaceAll("")));
    }
}
