package io.followthrough.document.source;

import io.followthrough.document.source.Block.Check;
import io.followthrough.document.source.Block.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a document into blocks, line by line and in time linear in its length.
 *
 * <p>This is no Markdown block parser on purpose: to Markdown an indented list is code, a label after a list belongs to
 * the last item, and a paragraph over a dashed line is a heading, while the people who write so mean a list, a label
 * and a paragraph. Inside a line Markdown is Markdown: {@link InlineText}.
 */
public final class BlockScanner {

    private static final int MAX_DEPTH = 20;
    private static final int SLOPPY = 3;
    private static final Pattern SETTING = Pattern.compile("[A-Za-z_][\\w.-]*\\s*[:=]");

    private final List<Line> lines;
    private final Fences fences;
    private final List<Block> blocks;
    private final Deque<Integer> itemIndents = new ArrayDeque<>();
    private @Nullable Pending pending;
    private boolean afterBlank = true;
    private int wrapWidth;
    private int runEnd = -1;
    private int listIndent;

    private BlockScanner(List<Line> lines) {
        this.lines = lines;
        this.fences = new Fences(lines);
        this.blocks = new ArrayList<>(lines.size() / 2 + 1);
    }

    /** Cuts the text into blocks, in reading order. */
    public static List<Block> scan(String source) {
        List<Line> lines = Line.of(source);
        return new BlockScanner(source.indexOf('<') < 0 ? lines : HtmlLines.flatten(lines)).scan();
    }

    private List<Block> scan() {
        int i = frontMatter();
        while (i < lines.size()) {
            i = next(i);
        }
        flush();
        return blocks;
    }

    private int frontMatter() {
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size()) {
            return 0;
        }
        String mark = lines.get(first).text();
        if (!mark.equals("---") && !mark.equals("+++")) {
            return 0;
        }
        int end = first + 1;
        while (end < lines.size() && end < first + 60 && !lines.get(end).text().equals(mark)) {
            end++;
        }
        if (end >= lines.size() || !lines.get(end).text().equals(mark) || !isFrontMatter(first + 1, end)) {
            return 0;
        }
        for (Line line : lines.subList(first + 1, end)) {
            add(Kind.FRONT_MATTER, 0, 0, 0, new InlineText(line.text().strip(), ""), Check.NONE, line);
        }
        return end + 1;
    }

    /** Settings have a name each; a rule above the text has not. */
    private boolean isFrontMatter(int from, int to) {
        int named = 0;
        int all = 0;
        for (Line line : lines.subList(from, to)) {
            boolean own = !line.isBlank() && line.indent() == 0 && "#-[".indexOf(line.first()) < 0;
            all += own ? 1 : 0;
            named += own && SETTING.matcher(line.text()).lookingAt() ? 1 : 0;
        }
        return named == all && (named > 0 || to == from);
    }

    private int next(int i) {
        Line line = lines.get(i);
        measureRun(i);
        if (line.isBlank()) {
            flush();
            afterBlank = true;
            return i + 1;
        }
        int fenceEnd = fences.end(i);
        if (fenceEnd > i) {
            flush();
            for (int j = i + 1; j < fenceEnd; j++) {
                add(Kind.CODE, 0, 0, 0, new InlineText(lines.get(j).text(), ""), Check.NONE, lines.get(j));
            }
            return fenceEnd + 1;
        }
        if (LineShape.isStatusOfAnswer(line.text())) {
            return answer(i);
        }
        if (!block(i, line)) {
            text(line);
        }
        afterBlank = false;
        return i + 1;
    }

    /** What a server answered, shown without a fence: its fields are none of the document's own labels. */
    private int answer(int first) {
        flush();
        int i = first;
        while (i < lines.size()
                && (i == first || LineShape.isFieldOfAnswer(lines.get(i).text()))) {
            add(Kind.CODE, 0, 0, 0, new InlineText(lines.get(i).text().strip(), ""), Check.NONE, lines.get(i));
            i++;
        }
        afterBlank = false;
        return i;
    }

    /** Takes the line when it starts a block of its own kind; false when it is mere text. */
    private boolean block(int i, Line line) {
        String text = line.text().strip();
        if (LineShape.isRule(text)) {
            if (pending != null && pending.canBeSetext(text) && (i + 1 >= lines.size() || !text.startsWith("*"))) {
                pending.becomeHeading(text.charAt(0) == '=' ? 1 : 2);
                flush();
            } else {
                flush();
                add(Kind.RULE, 0, 0, line.indent(), new InlineText("", ""), Check.NONE, line);
            }
            return true;
        }
        int level = LineShape.headingLevel(text);
        if (level > 0) {
            flush();
            itemIndents.clear();
            String title = LineShape.headingText(text);
            add(Kind.HEADING, level, 0, line.indent(), InlineText.of(title), Check.NONE, line);
            return true;
        }
        if (text.charAt(0) == '>') {
            String quoted = text.substring(1).strip();
            if (LineShape.headingLevel(quoted) > 0) {
                return block(i, new Line(line.number(), quoted));
            }
            flush();
            add(Kind.QUOTE, 0, 0, line.indent(), InlineText.of(quoted), Check.NONE, line);
            return true;
        }
        if (LineShape.isTableRow(
                text,
                i > 0 ? lines.get(i - 1).text() : "",
                i + 1 < lines.size() ? lines.get(i + 1).text() : "")) {
            flush();
            row(i, line, text);
            return true;
        }
        ListMarker marker = ListMarker.of(line);
        if (marker != null) {
            flush();
            pending = new Pending(line, marker, depth(marker.indent()), afterBlank);
            return true;
        }
        return false;
    }

    private void text(Line line) {
        Pending open = pending;
        if (open != null && open.continuedBy(line, wrapWidth, afterBlank)) {
            open.append(line.text().strip());
            return;
        }
        flush();
        if (afterBlank && line.indent() == 0) {
            itemIndents.clear();
        }
        pending = new Pending(line, null, 0, afterBlank);
    }

    private void row(int i, Line line, String text) {
        if (LineShape.isTableSeparator(text)) {
            return;
        }
        boolean head = i + 1 < lines.size()
                && LineShape.isTableSeparator(lines.get(i + 1).text().strip());
        List<String> cells = LineShape.cells(text);
        cells.replaceAll(cell -> InlineText.of(cell).text());
        blocks.add(new Block(
                head ? Kind.TABLE_HEAD : Kind.TABLE_ROW,
                0,
                0,
                line.indent(),
                String.join(" | ", cells),
                "",
                List.of(),
                cells,
                Check.NONE,
                afterBlank,
                line.number()));
    }

    /** Nesting by indentation: what stands further right than an open item is its child. */
    private int depth(int written) {
        if (itemIndents.isEmpty()) {
            listIndent = written;
        }
        // A list that began further right than it goes on is one list all the same.
        int indent = listIndent <= SLOPPY && written <= listIndent ? 0 : written;
        while (!itemIndents.isEmpty() && itemIndents.getLast() >= indent) {
            itemIndents.removeLast();
        }
        int depth = Math.min(itemIndents.size(), MAX_DEPTH);
        if (itemIndents.size() < MAX_DEPTH) {
            itemIndents.addLast(indent);
        }
        return depth;
    }

    /** The longest line of the run of non-blank lines tells at which width an editor wrapped it, if it did. */
    private void measureRun(int i) {
        if (i <= runEnd) {
            return;
        }
        wrapWidth = 0;
        int j = i;
        while (j < lines.size() && !lines.get(j).isBlank()) {
            wrapWidth = Math.max(wrapWidth, lines.get(j).text().length());
            j++;
        }
        runEnd = j;
    }

    private void flush() {
        Pending open = pending;
        pending = null;
        if (open != null) {
            Block block = open.toBlock();
            if (!block.text().isEmpty()) {
                blocks.add(block);
            }
        }
    }

    private void add(Kind kind, int level, int depth, int indent, InlineText text, Check check, Line line) {
        blocks.add(new Block(
                kind,
                level,
                depth,
                indent,
                text.text(),
                text.lead(),
                List.of(),
                List.of(),
                check,
                afterBlank,
                line.number()));
    }
}
