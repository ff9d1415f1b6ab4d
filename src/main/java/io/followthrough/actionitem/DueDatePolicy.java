package io.followthrough.actionitem;

/** How many days an action item is given, by priority; the decision table {@code due-date-policy.dmn}. */
public interface DueDatePolicy {

    Term termFor(Priority priority);

    /**
     * What the policy says.
     *
     * @param days calendar days from today to the due date
     * @param source version of the table and the row that fired, for people
     */
    record Term(int days, String source) {}
}
