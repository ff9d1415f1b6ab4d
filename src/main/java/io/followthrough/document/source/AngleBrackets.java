package io.followthrough.document.source;

import java.util.Set;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads tags and {@code <https://…>} with a bounded look ahead. The parser's own reading of them looks for the closing
 * bracket to the end of the paragraph from every opening one: a megabyte of {@code <} would take minutes.
 */
public final class AngleBrackets implements InlineContentParserFactory {

    private static final int LONGEST = 2_000;

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
        return AngleBrackets::parse;
    }

    private static ParsedInline parse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position afterBracket = scanner.position();
        StringBuilder inside = new StringBuilder();
        while (scanner.hasNext() && inside.length() < LONGEST && "<>\n".indexOf(scanner.peek()) < 0) {
            inside.append(scanner.peek());
            scanner.next();
        }
        boolean closed = scanner.next('>');
        String content = inside.toString();
        if (closed && isLink(content)) {
            Link link = new Link(content, null);
            link.appendChild(new Text(content));
            return ParsedInline.of(link, scanner.position());
        }
        if (closed && isTag(content)) {
            HtmlInline tag = new HtmlInline();
            tag.setLiteral("<" + content + ">");
            return ParsedInline.of(tag, scanner.position());
        }
        return ParsedInline.of(new Text("<"), afterBracket);
    }

    private static boolean isLink(String content) {
        return (content.startsWith("http://") || content.startsWith("https://")) && content.indexOf(' ') < 0;
    }

    private static boolean isTag(String content) {
        if (content.isEmpty()) {
            return false;
        }
        char first = content.charAt(0);
        return Character.isLetter(first) && content.indexOf('@') < 0 || first == '/' || first == '!';
    }
}
