package io.followthrough.document.lint;

import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;

/** Stops texts that tell no incident: a README, an assignment, a template nobody has filled in. */
final class NotAPostmortem implements Rule {

    @Override
    public String id() {
        return "not-a-postmortem";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.TEXT;
    }

    @Override
    public String title() {
        return "The text is no postmortem: a README, an assignment, a template nobody filled in.";
    }

    @Override
    public boolean judgesOtherTexts() {
        return true;
    }

    @Override
    public void check(Evidence evidence, Report report) {
        report.add(1, "This does not read like a postmortem: " + evidence.kindOfText() + ".");
    }
}
