package io.followthrough.document.reading;

import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds owner, due date, priority and state in the words of an action item and takes them out of its title. */
final class ItemDetails {

    private static final Phrases HAS_BEEN =
            Phrases.of("has already been", "has been updated", "has also been", "have already been");

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REMARK = 120;

    private final @Nullable LocalDate after;
    private @Nullable String owner;
    private @Nullable String priority;
    private @Nullable LocalDate due;
    private @Nullable String ticket;
    private boolean done;
    private String text;

    /** @param after the day of the incident, which tells the year of a due date without one */
    ItemDetails(String text, @Nullable LocalDate after) {
        this.text = text;
        this.after = after;
        takeState();
        takeParentheses();
        takeTail();
        takeTicket();
        takePriority();
        takeDue();
        takeMention();
    }

    @Nullable
    String owner() {
        return owner;
    }

    @Nullable
    String priority() {
        return priority;
    }

    @Nullable
    LocalDate due() {
        return due;
    }

    /** The ticket it names already. */
    @Nullable
    String ticket() {
        return ticket;
    }

    boolean done() {
        return done;
    }

    String text() {
        return text;
    }

    /** A value whose meaning a label or the head of a column tells; false when the label means nothing here. */
    boolean take(String label, String value) {
        ItemLabel meant = ItemLabel.of(label);
        String said = value.strip();
        if (said.endsWith(".")) {
            said = said.substring(0, said.length() - 1);
        }
        if (meant == null) {
            return false;
        }
        switch (meant) {
            case OWNER ->
                owner = said.isEmpty() || said.length() > LONGEST_NAME || ItemValues.isNothing(said) ? owner : said;
            case DUE -> due = due == null ? date(said) : due;
            case PRIORITY -> priority = said.isEmpty() || ItemValues.isNothing(said) ? priority : said;
            case STATE -> done |= ItemValues.isDone(said);
            case TICKET -> {
                boolean names = TicketReference.is(said);
                ticket = names ? said : ticket;
                return names;
            }
        }
        return true;
    }

    private void takeState() {
        for (String mark : List.of(
                "✅", "[done]", "(done)", "[DONE]", "(DONE)", "(completed)", "— done", "- done", "– done", "**DONE**")) {
            if (text.contains(mark)) {
                done = true;
                text = text.replace(mark, "").strip();
            }
        }
        done |= Words.startsWithAny(text, "we have ", "we've ", "done:", "completed:") || HAS_BEEN.in(text);
    }

    /** {@code (owner: Ada, due 3 May)}, {@code (@ada)}, {@code [P1]}. */
    private void takeParentheses() {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char open = text.charAt(at);
            int close = open == '(' ? near(')', at) : open == '[' ? near(']', at) : -1;
            if (close < 0) {
                kept.append(open);
                at++;
                continue;
            }
            String inside = text.substring(at + 1, close);
            if (takeAll(inside)) {
                at = close + 1;
            } else {
                kept.append(text, at, close + 1);
                at = close + 1;
            }
        }
        text = kept.toString().replace("  ", " ").strip();
    }

    private int near(char wanted, int from) {
        int limit = Math.min(text.length(), from + LONGEST_REMARK);
        for (int i = from; i < limit; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private boolean takeAll(String inside) {
        boolean any = false;
        for (String part : inside.split("[,;|]")) {
            any |= takePart(part.strip());
        }
        return any;
    }

    private boolean takePart(String part) {
        if (part.isEmpty()) {
            return false;
        }
        Label label = Label.of(part);
        if (label != null && take(label.name(), label.rest())) {
            return true;
        }
        if (TicketReference.is(part)) {
            ticket = ticket == null ? part : ticket;
            return true;
        }
        if (part.startsWith("@") && part.length() > 1 && part.indexOf(' ') < 0) {
            owner = owner == null ? part : owner;
            return true;
        }
        if (ItemValues.isPriority(part)) {
            priority = part;
            return true;
        }
        if (Words.startsWithAny(part, "due ", "by ", "deadline ", "until ")) {
            LocalDate day = date(part);
            due = day == null ? due : day;
            return day != null;
        }
        if (Words.startsWithAny(part, "owner ", "assigned to ", "assignee ")) {
            return take(part.substring(0, part.lastIndexOf(' ')), part.substring(part.lastIndexOf(' ') + 1));
        }
        return false;
    }

    /** {@code … Owner: @ada. Due: 22 July 2026.} behind the sentence that says what to do. */
    private void takeTail() {
        if (text.indexOf(':') > 0) {
            text = text.substring(0, takeLabels());
        }
        text = trimmed(text);
    }

    /** Takes the values of the labels behind the sentence; where the first of them begins. */
    private int takeLabels() {
        String lower = text.toLowerCase(Locale.ROOT);
        int cut = text.length();
        for (ItemLabel meant : ItemLabel.values()) {
            for (String label : meant.spellings()) {
                int at = InnerLabels.at(lower, label);
                int from = at + label.length() + 1;
                if (at > 0 && take(label, text.substring(from, InnerLabels.valueEnd(text, from)))) {
                    cut = Math.min(cut, at);
                }
            }
        }
        int tracking = InnerLabels.at(lower.substring(0, cut), "tracking");
        return tracking > 0 ? tracking : cut;
    }

    private void takeTicket() {
        TicketReference named = ticket == null ? TicketReference.in(text) : null;
        if (named != null) {
            ticket = named.reference();
            text = named.rest();
        }
    }

    private void takePriority() {
        if (priority != null) {
            return;
        }
        List<String> words = Words.first(text, 1);
        if (!words.isEmpty() && ItemValues.isPriority(words.get(0))) {
            priority = text.substring(0, 2);
            text = trimmed(text.substring(2));
        }
    }

    /** {@code … by 15 November}, at the end of the sentence. */
    private void takeDue() {
        if (due != null) {
            return;
        }
        for (Mention mention : Mentions.in(text)) {
            if (mention instanceof Mention.Date day) {
                String before = text.substring(0, day.start()).stripTrailing().toLowerCase(Locale.ROOT);
                if (before.endsWith(" by")
                        || before.endsWith("due")
                        || before.endsWith(" before")
                        || before.endsWith("due on")
                        || before.endsWith("no later than")
                        || before.endsWith(" by the")) {
                    due = date(text.substring(day.start(), day.end()));
                    return;
                }
            }
        }
    }

    private void takeMention() {
        int at = text.lastIndexOf('@');
        if (owner != null || at <= 0 || text.charAt(at - 1) != ' ') {
            return;
        }
        String name = trimmed(text.substring(at));
        if (name.length() > 1 && name.indexOf(' ') < 0) {
            owner = name;
            text = trimmed(text.substring(0, at));
        }
    }

    private @Nullable LocalDate date(String value) {
        for (Mention mention : Mentions.in(value)) {
            if (mention instanceof Mention.Date date) {
                LocalDate day = date.inYear(after == null ? null : Integer.valueOf(after.getYear()));
                if (day == null || date.year() != null || after == null) {
                    return day;
                }
                return day.isBefore(after) ? day.plusYears(1) : day;
            }
        }
        return null;
    }

    private static String trimmed(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && " :-–—,;]".indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && " :-–—,;([".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(start, end);
    }
}
