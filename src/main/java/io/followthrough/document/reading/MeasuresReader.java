package io.followthrough.document.reading;

import io.followthrough.document.Improvement;
import io.followthrough.document.ProposedActionItem;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Check;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.source.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells broad improvements and specific tasks apart. Where a document separates them only the tasks are action items;
 * where it has one list of measures, those are.
 */
final class MeasuresReader {

    private static final Phrases NEXT_STEPS = Phrases.of("next steps");
    /** A line that is nothing but a link within the repository, or a picture. */
    private static final Pattern LINK_TO_A_FILE = Pattern.compile(
            "\\s*(?:[-*+] )?!?\\[[^\\]]*]\\((?:[^):]*|[^)]*\\.(?:png|jpe?g|gif|svg)|https://github\\.com/[^)]*/assets/[^)]*)\\)\\s*");

    private static final int LONGEST_LINK = 400;

    private static final Set<String> MENDING = Set.of("remediation", "immediate", "initial");

    private final SourceText source;
    private final @Nullable LocalDate day;

    /** @param day the day of the incident, which tells the year of a due date without one */
    MeasuresReader(SourceText source, @Nullable LocalDate day) {
        this.source = source;
        this.day = day;
    }

    /** What a document promises. */
    record Measures(List<Improvement> improvements, List<ProposedActionItem> items) {}

    Measures read(Outline outline) {
        List<Promise> tasks = promises(outline, Topic.TASKS);
        List<Promise> broad = new ArrayList<>(promises(outline, Topic.IMPROVEMENTS));
        broad.addAll(promises(outline, Topic.MEASURES));
        if (tasks.isEmpty()) {
            return new Measures(List.of(), items(broad.isEmpty() ? UnnamedMeasures.in(outline) : broad));
        }
        if (broad.size() >= 2 * tasks.size() && isOnlyFollowedUp(outline) || goesOnAfterMeasures(outline)) {
            broad.addAll(tasks);
            return new Measures(List.of(), items(broad));
        }
        List<Improvement> improvements = new ArrayList<>();
        for (Promise promise : unique(broad)) {
            improvements.add(new Improvement(promise.title(), promise.description(), promise.line(), column(promise)));
        }
        return new Measures(improvements, items(tasks));
    }

    /** Beside a section on prevention the "Remediation" tells what was done to mend it. */
    private static List<Section> promising(Outline outline, Topic topic) {
        List<Section> sections = outline.about(topic);
        List<Section> others = sections.stream()
                .filter(section -> !MENDING.containsAll(Words.of(section.heading())))
                .toList();
        return others.stream().allMatch(section -> section.blocks().isEmpty()) ? sections : others;
    }

    /** A closing "Follow-up" below the measures adds to them; it does not make them mere improvements. */
    private static boolean isOnlyFollowedUp(Outline outline) {
        return outline.about(Topic.TASKS).stream().allMatch(section -> {
            List<String> words = Words.of(section.heading());
            return words.size() <= 3 && words.contains("follow");
        });
    }

    /** "Next steps" below preventive measures names more of the same; only below improvements they are its tasks. */
    private static boolean goesOnAfterMeasures(Outline outline) {
        return outline.tellsAbout(Topic.MEASURES)
                && outline.about(Topic.IMPROVEMENTS).isEmpty()
                && outline.about(Topic.TASKS).stream()
                        .filter(section -> !section.blocks().isEmpty())
                        .allMatch(section -> NEXT_STEPS.in(section.heading()));
    }

    /** Below the name of a task the course puts a link to the file that is the answer. */
    private boolean isIndex(Section section) {
        return !section.blocks().isEmpty()
                && section.blocks().stream().allMatch(block -> isLinkToAFile(source.line(block.line())));
    }

    private static boolean isLinkToAFile(String line) {
        return line.length() <= LONGEST_LINK && LINK_TO_A_FILE.matcher(line).matches();
    }

    private static boolean hasList(Section section) {
        return section.blocks().stream().anyMatch(MeasuresReader::isList);
    }

    private List<Promise> promises(Outline outline, Topic topic) {
        List<Promise> promises = new ArrayList<>();
        List<Section> sections = promising(outline, topic).stream()
                .filter(section -> !isIndex(section))
                .toList();
        boolean lists = topic == Topic.TASKS && sections.stream().anyMatch(MeasuresReader::hasList)
                || topic == Topic.MEASURES
                        && outline.about(Topic.IMPROVEMENTS).stream().anyMatch(MeasuresReader::hasList);
        for (Section section : sections) {
            // Beside lists of tasks a paragraph explains them.
            if (!lists || hasList(section)) {
                promises.addAll(Promise.in(section.blocks()));
            }
        }
        return promises;
    }

    private List<ProposedActionItem> items(List<Promise> promises) {
        List<ProposedActionItem> items = new ArrayList<>();
        for (Promise promise : unique(promises)) {
            items.add(item(promise));
        }
        return items;
    }

    private ProposedActionItem item(Promise promise) {
        ItemDetails title = new ItemDetails(promise.title(), day);
        ItemDetails description = new ItemDetails(promise.description(), day);
        promise.fields().forEach(field -> title.take(field.name(), field.rest()));
        return new ProposedActionItem(
                title.text().isEmpty() ? promise.title() : title.text(),
                description.text(),
                title.owner() == null ? description.owner() : title.owner(),
                title.priority() == null ? description.priority() : title.priority(),
                title.due() == null ? description.due() : title.due(),
                promise.check() == Check.DONE || title.done() || description.done(),
                title.ticket() == null ? description.ticket() : title.ticket(),
                promise.line(),
                column(promise));
    }

    private int column(Promise promise) {
        return source.column(promise.line(), promise.title());
    }

    private static List<Promise> unique(List<Promise> promises) {
        Set<String> seen = new HashSet<>();
        List<Promise> unique = new ArrayList<>();
        for (Promise promise : promises) {
            boolean fresh = seen.add(Words.joined(promise.title() + " " + promise.description()));
            if (fresh && !isPlaceholder(promise.title())) {
                unique.add(promise);
            }
        }
        return unique;
    }

    /** A slot of a template nobody filled. */
    static boolean isPlaceholder(String title) {
        String text = Words.withoutParentheses(title).strip();
        List<String> words = Words.first(text, 2);
        return words.isEmpty() || words.size() == 1 && words.get(0).equals("summary");
    }

    static boolean isList(Block block) {
        return block.is(Kind.ITEM) || block.is(Kind.TABLE_ROW);
    }
}
