package io.followthrough.document.reading;

import java.util.Locale;
import java.util.Set;

/** The words that names of sections are made of; any other word makes a line without markup a sentence. */
final class LabelWords {

    /** Words that may stand in a label without markup; any other word makes the line a sentence. */
    private static final Set<String> WORDS = Set.of("""
            a action actionable actions additional address affected after again ahead all analysis and any applied
            approximate are areas assessment assigned assumptions avoid avoiding background be better brief broad can
            capa causal cause caused causes change changing chapter chronology commitments conclusion concrete
            consequences contain contributing correction corrections corrective correctives countermeasures culprit
            customer date debugging detail details detected detection diagnosis did didn differently discovered
            discovery do doing downtime duration end ended ensuring error escalated escalation event events executed
            executive explanation factors false filed final first fix fixed fixes follow following followup for
            forward found from further future general go going happen happened happening happens herring herrings
            hotfix how hypotheses identification identified immediate impact impacts implement improve improved
            improvement improvements in incident include includes incorrect initial interruption investigation
            investigations is issue issues it item items jira key leads learned learnings learnt lesson lessons list
            long main making measure measures method misdirections misleading misled mitigation mitigations moving
            must never next notes notice noticed occurrence of on our out outage outages outstanding overview part
            path paths pending permanent plan planned plans points precautionary precautions prevent preventative
            preventing prevention preventions preventive primary problem process proposed quick rca reason reasons
            recommendations recommended recovery recurrence red remedial remediation remedies reoccurrence repair
            repeat report required resolution resolutions resolved resolving response responses restoration root ruled
            s safeguards scope section sequence service short solution solutions solve solved source specific start
            started statistics stats steps strategies strategy suggested suggestions summary summation sure synopsis
            system t take takeaways taken task tasks team technical temporary term that the things this thoughts
            tickets time timeline title to todo todos total trigger turns underlying up ups us user users was way we well
            went were what when where who why whys will with work workaround works wrong
            """.trim().split("\\s+"));

    private LabelWords() {}

    /** Tells most sentences from labels by their first word, before all of them are taken apart. */
    static boolean beginsOtherwise(String label) {
        int end = 0;
        while (end < label.length() && Character.isLetterOrDigit(label.charAt(end))) {
            end++;
        }
        boolean whole = end > 0 && end < label.length() && label.charAt(end) == ' ';
        return whole && !contains(label.substring(0, end).toLowerCase(Locale.ROOT));
    }

    static boolean contains(String word) {
        return WORDS.contains(word) || isNumber(word);
    }

    private static boolean isNumber(String word) {
        return word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    }
}
