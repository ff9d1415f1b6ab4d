package io.followthrough.document.lint;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The names somebody may have meant who typed one that does not exist. */
public final class NearNames {

    private static final int FEW = 3;

    private NearNames() {}

    /** At most three, the nearest first; none when nothing is near. */
    public static List<String> of(String typed, Collection<String> names) {
        int tolerance = Math.max(2, typed.length() / 3);
        return names.stream()
                .filter(name -> typed.length() > 2 && name.contains(typed) || distance(typed, name) <= tolerance)
                .sorted(Comparator.<String>comparingInt(name -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(FEW)
                .toList();
    }

    /** A question to put behind the message that there is no such name; empty when nothing is near. */
    public static String question(String typed, Collection<String> names) {
        List<String> near = of(typed, names);
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    /** How many characters have to be put in, taken out or replaced. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
