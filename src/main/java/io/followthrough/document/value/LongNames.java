package io.followthrough.document.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of one or several words, looked up word by word. */
final class LongNames {

    /** The words of the names by the first of them, the longest name first. */
    private final Map<String, List<List<String>>> byOpener = new HashMap<>();

    /** @param names in lower case, with a blank between the words */
    LongNames(Collection<String> names) {
        for (String name : names) {
            List<String> words = List.of(name.split(" "));
            byOpener.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(words);
        }
        byOpener.values().forEach(alike -> alike.sort((one, other) -> other.size() - one.size()));
    }

    /** The words that a name can start with. */
    Set<String> openers() {
        return byOpener.keySet();
    }

    /** How many tokens from here on are the longest name that stands there; 0 for none. */
    int at(Tokens tokens, int i) {
        for (List<String> words : byOpener.getOrDefault(tokens.at(i).word(), List.of())) {
            int k = 0;
            while (k < words.size() && tokens.at(i + k).word().equals(words.get(k))) {
                k++;
            }
            if (k == words.size()) {
                return k;
            }
        }
        return 0;
    }
}
