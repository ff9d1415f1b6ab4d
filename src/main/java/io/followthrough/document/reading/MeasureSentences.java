package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Measures told in one paragraph, a sentence each, perhaps below how well all went. */
final class MeasureSentences {

    private static final Phrases OBLIGING =
            Phrases.of(" should ", " must ", " need to ", " needs to ", " have to ", " has to ", " ought to ");

    /** Below a list somebody thinks of one more. */
    private static final Phrases ADDING = Phrases.of(
            "we will also ", "we'll also ", "we’ll also ", "in addition, we will ", "additionally, we will ");

    private static final Phrases TASKS = Phrases.of("tasks", "measures", "actions", "improvements");
    private static final Pattern DOING = Pattern.compile("\\p{L}+ing\\b");
    private static final Pattern BETWEEN = Pattern.compile("(?:, (?:and )?| and )(?=\\p{L}+ing\\b)");

    private static final int FEWEST_TASKS = 2;

    private MeasureSentences() {}

    /** The tasks of the paragraph, or the paragraph where it does not tell one task after the other. */
    static List<Promise> read(Block line) {
        List<String> sentences = line.lead().isEmpty() ? Sentences.of(line.text()) : List.of();
        boolean obliging = sentences.stream().allMatch(MeasureSentences::obliges);
        List<String> tasks = obliging ? sentences : lastTasks(sentences);
        tasks = tasks.size() < FEWEST_TASKS ? listed(sentences) : tasks;
        if (tasks.size() < FEWEST_TASKS) {
            return List.of(Promise.split(line.text(), line.lead(), line.checked(), line.line()));
        }
        List<Promise> promises = new ArrayList<>();
        for (String task : tasks) {
            promises.add(Promise.split(task, "", line.checked(), line.line()));
        }
        return promises;
    }

    /** Whether the paragraph beside a list adds to it. */
    static boolean adds(Block block) {
        return block.is(Kind.TEXT) && ADDING.begin(block.text());
    }

    /** What the paragraph ends with; what stands above says why. */
    private static List<String> lastTasks(List<String> sentences) {
        int first = sentences.size();
        while (first > 0 && tells(sentences.get(first - 1))) {
            first--;
        }
        return sentences.subList(first, sentences.size());
    }

    /** "Some of the tasks are: hanging a bell, oiling the rail and …": empty where the last sentence lists none. */
    private static List<String> listed(List<String> sentences) {
        String last = sentences.isEmpty() ? "" : sentences.get(sentences.size() - 1);
        int colon = last.indexOf(": ");
        if (colon < 0 || !TASKS.in(last.substring(0, colon))) {
            return List.of();
        }
        List<String> parts = List.of(BETWEEN.split(last.substring(colon + 2).strip()));
        return parts.stream().allMatch(part -> DOING.matcher(part).lookingAt()) ? parts : List.of();
    }

    /** Whether it says that somebody has to do it. */
    static boolean obliges(String sentence) {
        return tells(sentence) || OBLIGING.in(sentence);
    }

    /** Whether it begins as somebody does who tells what to do. */
    private static boolean tells(String sentence) {
        List<String> words = Words.of(sentence);
        return !words.isEmpty() && Imperatives.contains(words.get(0));
    }
}
