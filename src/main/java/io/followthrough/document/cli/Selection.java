package io.followthrough.document.cli;

import io.followthrough.document.cli.Outcome.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Turns what is named on the command line into documents: files, folders, patterns and the standard input. */
final class Selection {

    private static final Set<String> ENDINGS = Set.of("md", "markdown", "txt", "html", "htm", "docx", "doc", "eml");
    private static final Set<String> NEVER_SEARCHED = Set.of("node_modules");

    private final InputStream in;
    private final String inputName;
    private final List<Glob> excluded;
    private final Set<Path> seen = new HashSet<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Unreadable> problems = new ArrayList<>();

    Selection(InputStream in, String inputName, List<Glob> excluded) {
        this.in = in;
        this.inputName = inputName;
        this.excluded = excluded;
    }

    /** The documents in the order they were named; those of a folder or pattern in the order of their names. */
    List<Source> sources() {
        return sources;
    }

    /** What was named and is not there. */
    List<Unreadable> problems() {
        return problems;
    }

    void add(String argument) {
        if (argument.equals("-")) {
            sources.add(new Source(inputName, () -> in));
            return;
        }
        try {
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                search(argument, path, false, Selection::isDocument);
                return;
            }
            if (Files.exists(path) || !Glob.isOne(argument)) {
                addFile(path);
                return;
            }
        } catch (InvalidPathException patternOnWindows) {
            if (!Glob.isOne(argument)) {
                problems.add(new Unreadable(argument, "This is no name of a file."));
                return;
            }
        }
        addMatching(argument);
    }

    private void addMatching(String argument) {
        try {
            Glob glob = Glob.of(argument);
            search(argument, glob.base(), glob.namesHidden(), glob::matches);
        } catch (IllegalArgumentException e) {
            problems.add(new Unreadable(argument, String.valueOf(e.getMessage())));
        }
    }

    private void addFile(Path file) {
        if (excluded.stream().noneMatch(glob -> glob.matches(file))
                && seen.add(file.toAbsolutePath().normalize())) {
            sources.add(Source.of(file.toString(), file));
        }
    }

    private void search(String argument, Path folder, boolean hidden, Predicate<Path> wanted) {
        Set<Path> found = new TreeSet<>();
        try {
            Files.walkFileTree(folder, new Search(folder, hidden, wanted, found));
        } catch (IOException e) {
            problems.add(new Unreadable(folder.toString(), "The folder cannot be read."));
        }
        if (found.isEmpty()) {
            problems.add(new Unreadable(argument, "There is no document here; checked nothing."));
        }
        found.forEach(this::addFile);
    }

    private static boolean isDocument(Path file) {
        String name = file.getFileName().toString();
        // Word puts such a file beside each document that is open.
        return !name.startsWith("~$")
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Collects the wanted files below a folder; a part that cannot be read is a problem, not the end. */
    private final class Search extends SimpleFileVisitor<Path> {

        private final Path start;
        private final boolean hidden;
        private final Predicate<Path> wanted;
        private final Set<Path> found;

        Search(Path start, boolean hidden, Predicate<Path> wanted, Set<Path> found) {
            this.start = start;
            this.hidden = hidden;
            this.wanted = wanted;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(start) || isSearched(folder.getFileName().toString())
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean shown = hidden || !file.getFileName().toString().startsWith(".");
            if (shown && wanted.test(file) && (attributes.isRegularFile() || Files.isRegularFile(file))) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            problems.add(new Unreadable(path.toString(), "This cannot be read; may you read it?"));
            return FileVisitResult.CONTINUE;
        }

        private boolean isSearched(String folder) {
            return (hidden || !folder.startsWith(".")) && !NEVER_SEARCHED.contains(folder);
        }
    }
}
