package io.followthrough.document.reading;

import java.util.Locale;
import java.util.Set;

/** Verbs that tasks start with. */
public final class Imperatives {

    private static final Set<String> VERBS = Set.of("""
            add adjust adopt alert allow analyze analyse apply assess assign audit automate avoid backup back ban block build
            change check choose clean collect come communicate conduct configure confirm consider consolidate coordinate
            correct create decide define delete deploy design deprecate detect determine develop disable discuss distribute
            document double draft educate eliminate enable encourage enforce enhance ensure establish evaluate evolve examine
            expand explore export extend find fix follow formalize formalise generate get give harden hire identify implement
            improve include increase inform initiate install integrate introduce investigate isolate keep launch leverage
            limit list log look maintain make manage measure migrate mitigate modify monitor move notify optimize optimise
            organize organise patch perform pin plan prepare prevent prioritize prioritise promote protect provide publish
            purge raise reach read rebuild reconfigure record redeploy reduce refactor refine regularly reinforce release remind
            remove rename renew replace report require research resolve restore restrict retire review revise revisit rewrite
            rotate roll run scale schedule script secure send separate set setup share simplify simulate split stagger
            standardize standardise start stop store streamline strengthen structure submit support survey switch teach test
            tighten track train transfer tune turn unify update upgrade use validate verify watch wrap write
            """.trim().split("\\s+"));

    private Imperatives() {}

    /** Whether a task may start with the word. */
    public static boolean contains(String word) {
        return VERBS.contains(word.toLowerCase(Locale.ROOT));
    }
}
