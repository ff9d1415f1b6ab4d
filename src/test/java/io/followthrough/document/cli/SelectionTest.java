package io.followthrough.document.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.document.cli.Outcome.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        for (String file : List.of(
                "b.md",
                "a.MARKDOWN",
                "notes.txt",
                "picture.png",
                "deep/er/c.md",
                ".hidden/d.md",
                "node_modules/x.md")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "text");
        }
    }

    @Test
    void searchesFoldersForDocumentsButNotHiddenOnes() {
        assertThat(names("")).containsExactly("a.MARKDOWN", "b.md", "deep/er/c.md", "notes.txt");
    }

    @Test
    void understandsPatternsItself() {
        assertThat(names("**/*.md")).containsExactly("b.md", "deep/er/c.md");
        assertThat(names("*.md")).containsExactly("b.md");
        assertThat(names("*.{txt,png}")).containsExactly("notes.txt", "picture.png");
        assertThat(names("?.md")).containsExactly("b.md");
        assertThat(names("[!a].*")).containsExactly("b.md");
        assertThat(names("deep/**")).containsExactly("deep/er/c.md");
        assertThat(names(".hidden/*.md")).containsExactly(".hidden/d.md");
    }

    @Test
    void takesAFileOnceHoweverOftenItIsNamed() {
        assertThat(names("b.md", "*.md", "./b.md")).containsExactly("b.md");
    }

    @Test
    void takesAFileWhoseNameLooksLikeAPattern() throws IOException {
        Files.writeString(folder.resolve("[draft].md"), "text");

        assertThat(names("[draft].md")).containsExactly("[draft].md");
    }

    @Test
    void leavesOutWhatIsExcluded() {
        Selection selection = selection(List.of(Glob.of(folder + "/deep/**")), folder.toString());

        assertThat(relative(selection)).containsExactly("a.MARKDOWN", "b.md", "notes.txt");
    }

    @Test
    void saysWhereThereIsNothing() {
        Selection selection = selection(
                List.of(),
                folder.resolve("*.docx").toString(),
                folder.resolve("none.md").toString());

        assertThat(selection.problems())
                .singleElement()
                .extracting(Unreadable::reason)
                .isEqualTo("There is no document here; checked nothing.");
        assertThat(selection.sources()).hasSize(1);
    }

    @Test
    void refusesPatternsThatAreNotComplete() {
        assertThatThrownBy(() -> Glob.of("docs/{a,b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The pattern docs/{a,b is not complete.");
    }

    private List<String> names(String... arguments) {
        Selection selection = selection(
                List.of(),
                Stream.of(arguments)
                        .map(argument -> argument.isEmpty() ? folder.toString() : folder + "/" + argument)
                        .toArray(String[]::new));
        assertThat(selection.problems()).isEmpty();
        return relative(selection);
    }

    private List<String> relative(Selection selection) {
        return selection.sources().stream()
                .map(source -> folder.relativize(Path.of(source.name()).normalize())
                        .toString()
                        .replace('\\', '/'))
                .toList();
    }

    private static Selection selection(List<Glob> excluded, String... arguments) {
        Selection selection = new Selection(new ByteArrayInputStream(new byte[0]), "<stdin>", excluded);
        Stream.of(arguments).forEach(selection::add);
        return selection;
    }
}
