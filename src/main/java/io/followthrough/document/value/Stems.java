package io.followthrough.document.value;

import java.util.Map;
import java.util.TreeMap;

/**
 * Tells in one pass which groups of words a text can hold at all, by the first four letters of its words. Patterns with
 * many alternatives that hardly ever match are asked only then.
 */
public final class Stems {

    private static final int LENGTH = 4;
    private static final int SLOTS = 1 << 10;
    private static final int SPREAD = 0x9E3779B1;

    private final int[] keys = new int[SLOTS];
    private final int[] groups = new int[SLOTS];

    private Stems(Map<Integer, Integer> groupsByKey) {
        groupsByKey.forEach((key, group) -> {
            int slot = slot(key);
            while (keys[slot] != 0) {
                slot = (slot + 1) % SLOTS;
            }
            keys[slot] = key;
            groups[slot] = group;
        });
    }

    /**
     * Knows up to 32 groups of words of lower-case ASCII letters; of longer words the first four letters count.
     *
     * @param groups each with its words between blanks
     */
    public static Stems of(String... groups) {
        Map<Integer, Integer> groupsByKey = new TreeMap<>();
        for (int i = 0; i < groups.length; i++) {
            for (String word : groups[i].split(" ")) {
                groupsByKey.merge(key(word), 1 << i, (one, other) -> one | other);
            }
        }
        return new Stems(groupsByKey);
    }

    private static int key(String word) {
        int key = 0;
        for (int i = 0; i < Math.min(LENGTH, word.length()); i++) {
            key = key << Byte.SIZE | word.charAt(i);
        }
        return key;
    }

    private static int slot(int key) {
        return key * SPREAD >>> Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS);
    }

    /**
     * A bit for each group of which a word of the text, in upper or lower case, begins like one of the group's words, or
     * is it when that is shorter.
     */
    public int in(String text) {
        int found = 0;
        int key = 0;
        int letters = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
            if (lower >= 'a' && lower <= 'z') {
                key = key << Byte.SIZE | lower;
                if (++letters == LENGTH) {
                    found |= groups(key);
                }
            } else {
                if (letters > 0 && letters < LENGTH) {
                    found |= groups(key);
                }
                key = 0;
                letters = 0;
            }
        }
        return found;
    }

    private int groups(int key) {
        int slot = slot(key);
        while (keys[slot] != key && keys[slot] != 0) {
            slot = (slot + 1) % SLOTS;
        }
        return groups[slot];
    }
}
