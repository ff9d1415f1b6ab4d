package io.followthrough.document.lint;

/** What a rule is about, in the order of the catalogue. */
public enum RuleGroup {
    /** Whether everything is told that a reader needs who was not there. */
    COMPLETENESS("Completeness", "Is everything told that somebody needs who was not there?"),
    /** Whether times, days, zones and shares agree with each other. */
    CONSISTENCY("Consistency", "Do times, days, zones and shares agree with each other?"),
    /** Whether the text is finished, blameless, and its action items can be closed. */
    TEXT("Text", "Is the text finished and blameless, and can its action items be closed?");

    private final String title;
    private final String question;

    RuleGroup(String title, String question) {
        this.title = title;
        this.question = question;
    }

    /** Its name for a heading. */
    public String title() {
        return title;
    }

    /** What its rules ask, in one sentence. */
    public String question() {
        return question;
    }
}
