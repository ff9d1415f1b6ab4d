package io.followthrough.document.cli;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for file names, such as {@code docs/**}{@code /*.md}, for shells that hand it over as it is: {@code *} and
 * {@code ?} stay within a folder, <code>**</code> goes through any number of them, none included.
 */
final class Glob {

    private static final String SPECIAL = "*?[{";

    private final Path base;
    private final Pattern pattern;
    private final boolean namesHidden;

    private Glob(Path base, Pattern pattern, boolean namesHidden) {
        this.base = base;
        this.pattern = pattern;
        this.namesHidden = namesHidden;
    }

    static boolean isOne(String argument) {
        return argument.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    /** @throws IllegalArgumentException when a bracket or brace is not closed */
    static Glob of(String argument) {
        String glob = java.io.File.separatorChar == '\\' ? argument.replace('\\', '/') : argument;
        int special = 0;
        while (special < glob.length() && SPECIAL.indexOf(glob.charAt(special)) < 0) {
            special++;
        }
        int slash = glob.lastIndexOf('/', special - 1);
        String folder = glob.substring(0, slash + 1);
        String rest = glob.substring(slash + 1);
        try {
            return new Glob(Path.of(folder), Pattern.compile(regex(rest)), rest.startsWith(".") || rest.contains("/."));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("The pattern " + argument + " is not complete.", e);
        }
    }

    /** The folder to search; the one worked in where the pattern begins with a special character. */
    Path base() {
        return base;
    }

    /** Whether files and folders that begin with a dot are meant. */
    boolean namesHidden() {
        return namesHidden;
    }

    /** Whether it means the file; never one outside {@link #base}. */
    boolean matches(Path file) {
        Path from = base.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(from)
                && pattern.matcher(slashed(from.relativize(absolute))).matches();
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> {
                    if (glob.startsWith("**/", i)) {
                        regex.append("(?:.*/)?");
                        i += 2;
                    } else if (glob.startsWith("**", i)) {
                        regex.append(".*");
                        i++;
                    } else {
                        regex.append("[^/]*");
                    }
                }
                case '?' -> regex.append("[^/]");
                case '[' -> {
                    boolean not = glob.startsWith("[!", i);
                    regex.append(not ? "[^/" : "[");
                    i += not ? 1 : 0;
                }
                case ']' -> regex.append(']');
                case '{' -> {
                    regex.append("(?:");
                    braces++;
                }
                case '}' -> {
                    regex.append(braces > 0 ? ")" : "\\}");
                    braces = Math.max(0, braces - 1);
                }
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                default -> {
                    boolean literal = c < 0x80 && !Character.isLetterOrDigit(c) && c != '/' && c != '-';
                    regex.append(literal ? "\\" : "").append(c);
                }
            }
        }
        return regex.toString();
    }
}
