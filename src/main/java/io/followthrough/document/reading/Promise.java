package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Check;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One measure as the document words it, whatever its layout: an item, a row, a line, a line with lines below it.
 *
 * @param fields what further cells or lines say about it, by label
 */
record Promise(String title, String description, Check check, List<Label> fields, int line) {

    private static final Phrases LEADING = Phrases.of("following", "todo");
    private static final Phrases LEAD_INS = Phrases.of(
            "the following measures",
            "the following actions",
            "following improvements",
            "areas where improvements can be made",
            "following corrective");

    private static final int LONGEST_TITLE_LABEL = 80;
    static final int MOST_TITLE_WORDS = 9;
    private static final int MOST_CATEGORY_WORDS = 4;
    private static final Set<String> ORDINALS = Set.of("task", "todo", "action", "item", "step", "measure");

    static List<Promise> in(List<Block> blocks) {
        if (blocks.stream().anyMatch(block -> block.is(Kind.TABLE_HEAD))) {
            return MeasureTable.read(blocks);
        }
        if (blocks.stream().anyMatch(block -> block.is(Kind.ITEM))) {
            return items(withLinesBelow(blocks));
        }
        return MeasureLines.read(blocks);
    }

    /** Whoever ends the bullet with a colon says on the line below what is meant. */
    private static List<Block> withLinesBelow(List<Block> blocks) {
        List<Block> joined = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : block;
            boolean open = block.is(Kind.ITEM) && block.text().endsWith(":");
            if (open && next.is(Kind.TEXT) && !next.afterBlank()) {
                joined.add(block.withText(block.text() + " " + next.text()));
                i++;
            } else {
                joined.add(block);
            }
        }
        return joined;
    }

    private static List<Promise> items(List<Block> blocks) {
        List<Block> items = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean item = blocks.get(i).is(Kind.ITEM) || isItemWithoutBullet(blocks, i);
            if (item && !Closing.opens(blocks.get(i).text()) && !isNameOfItemsBeside(blocks, i)) {
                items.add(blocks.get(i));
            }
        }
        int top = items.stream().mapToInt(Block::depth).min().orElse(0);
        List<Promise> promises = new ArrayList<>();
        int i = 0;
        while (i < items.size()) {
            Block item = items.get(i);
            int end = i + 1;
            while (end < items.size() && items.get(end).depth() > item.depth()) {
                end++;
            }
            List<Block> children = items.subList(i + 1, end);
            if (!children.isEmpty() && (isCategory(item) || opensLists(children))) {
                promises.addAll(items(children));
            } else if (item.depth() >= top) {
                promises.add(withChildren(item, children));
            }
            i = end;
        }
        return promises;
    }

    /** Below it stand names of further lists, so that it is the name of them all. */
    private static boolean opensLists(List<Block> children) {
        return IntStream.range(1, children.size())
                .filter(i -> children.get(i).depth() > children.get(i - 1).depth() && isCategory(children.get(i - 1)))
                .anyMatch(i -> children.get(i - 1).text().endsWith(":"));
    }

    /** Whoever forgets one bullet in a list means an item all the same: "Audits: run …". */
    private static boolean isItemWithoutBullet(List<Block> blocks, int i) {
        Block block = blocks.get(i);
        Label label = block.is(Kind.TEXT) && !block.afterBlank() ? Label.of(block.text()) : null;
        return MeasureSentences.adds(block)
                || label != null
                        && isTitle(label)
                        && i > 0
                        && i + 1 < blocks.size()
                        && blocks.get(i - 1).is(Kind.ITEM)
                        && blocks.get(i + 1).is(Kind.ITEM)
                        && !blocks.get(i + 1).afterBlank();
    }

    /** "1. Alerts:" over lines with dashes that stand no further right. */
    private static boolean isNameOfItemsBeside(List<Block> blocks, int i) {
        Block block = blocks.get(i);
        Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
        return block.text().endsWith(":")
                && isCategory(block)
                && next != null
                && next.is(Kind.ITEM)
                && next.depth() == block.depth()
                && !next.text().endsWith(":");
    }

    /** "Testing improvements" over two tasks is no task. */
    private static boolean isCategory(Block item) {
        List<String> words = Words.of(item.text());
        if (words.isEmpty()) {
            return true;
        }
        boolean open = item.text().endsWith(":") || item.text().endsWith(":-");
        return !Imperatives.contains(words.get(0))
                        && (words.size() <= MOST_CATEGORY_WORDS || open && words.size() <= MOST_TITLE_WORDS)
                || words.size() > MOST_CATEGORY_WORDS && open && LEADING.in(item.text());
    }

    private static Promise withChildren(Block item, List<Block> children) {
        List<Label> fields = new ArrayList<>();
        StringBuilder more = new StringBuilder();
        for (Block child : children) {
            Label label = Label.of(child.text());
            if (label != null
                    && !label.rest().isEmpty()
                    && new ItemDetails("", null).take(label.name(), label.rest())) {
                fields.add(label);
            } else if (!isLink(child.text())) {
                more.append(more.isEmpty() ? "" : "\n").append(child.text());
            }
        }
        Promise own = split(item.text(), item.lead(), item.checked(), item.line());
        fields.addAll(own.fields);
        String description = own.description.isEmpty()
                ? more.toString()
                : more.isEmpty() ? own.description : own.description + "\n" + more;
        return new Promise(own.title, description, item.checked(), fields, item.line());
    }

    private static boolean isLink(String text) {
        return text.startsWith("http") && text.indexOf(' ') < 0;
    }

    /** "To prevent this the following will be done:" announces items and is none. */
    static boolean isLeadIn(String text) {
        boolean sentence = Words.of(text).size() > MOST_TITLE_WORDS - 1
                || Words.of(text).contains("following")
                || Words.startsWithAny(text, "to ", "the following", "in order", "we will", "these ", "here ");
        return text.endsWith(":") && sentence || LEAD_INS.in(text);
    }

    /** {@code Oil the rail - Owner: Kim}: what stands before the colon is no title of what stands behind it. */
    private static @Nullable Promise labelledBehind(Label label, Check check, int line) {
        int dash = Math.max(
                label.name().lastIndexOf(" - "),
                Math.max(label.name().lastIndexOf(" – "), label.name().lastIndexOf(" — ")));
        String name = dash > 0 ? label.name().substring(dash + 3).strip() : "";
        ItemLabel meant = ItemLabel.of(name);
        if (meant == null || meant == ItemLabel.TICKET || label.rest().isEmpty()) {
            return null;
        }
        boolean understood =
                meant != ItemLabel.DUE || Mentions.in(label.rest()).stream().anyMatch(Mention.Date.class::isInstance);
        return new Promise(
                label.name().substring(0, dash).strip(),
                understood ? "" : name + ": " + label.rest(),
                check,
                understood ? List.of(new Label(name, label.rest())) : List.of(),
                line);
    }

    static Promise split(String text, String lead, Check check, int line) {
        Label label = Label.of(text);
        if (label != null && !label.rest().isEmpty() && isOrdinal(label.name())) {
            return split(label.rest(), "", check, line);
        }
        if (label != null && !label.rest().isEmpty() && TicketReference.is(label.name())) {
            Promise promise = split(label.rest(), "", check, line);
            return new Promise(
                    promise.title(), promise.description(), check, List.of(new Label("ticket", label.name())), line);
        }
        Promise labelledBehind = label == null ? null : labelledBehind(label, check, line);
        if (labelledBehind != null) {
            return labelledBehind;
        }
        if (label != null && isTitle(label)) {
            return new Promise(label.name(), label.rest(), check, List.of(), line);
        }
        boolean emphasised = !lead.isEmpty()
                && lead.length() < text.length()
                && text.startsWith(lead)
                && Words.of(lead).size() > 1;
        if (emphasised) {
            String rest = text.substring(lead.length()).strip();
            return new Promise(lead, withoutDash(rest), check, List.of(), line);
        }
        return new Promise(text, "", check, List.of(), line);
    }

    private static boolean isTitle(Label label) {
        List<String> words = Words.of(label.name());
        return !label.rest().isEmpty()
                && label.name().length() <= LONGEST_TITLE_LABEL
                && words.size() <= MOST_TITLE_WORDS
                && !words.equals(List.of("category"));
    }

    private static String withoutDash(String rest) {
        int start = 0;
        while (start < rest.length() && " -–—:.".indexOf(rest.charAt(start)) >= 0) {
            start++;
        }
        return rest.substring(start);
    }

    private static boolean isOrdinal(String name) {
        List<String> words = Words.of(name);
        boolean number = words.size() == 2
                && words.get(1).length() <= 2
                && words.get(1).chars().allMatch(Character::isDigit);
        boolean reference = words.size() == 1 && words.get(0).chars().allMatch(Character::isDigit);
        return reference || !words.isEmpty() && ORDINALS.contains(words.get(0)) && (words.size() == 1 || number);
    }
}
