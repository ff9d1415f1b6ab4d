package io.followthrough.ticket.jira;

import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketText.Block;
import io.followthrough.ticket.TicketText.Emphasis;
import io.followthrough.ticket.TicketText.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text in Jira's wiki markup. */
final class WikiRendering {

    /** What Jira can colour; for another language it shows an error instead of the code. */
    private static final Set<String> LANGUAGES = Set.of(
            "bash",
            "c",
            "c#",
            "c++",
            "css",
            "erlang",
            "go",
            "groovy",
            "haskell",
            "html",
            "java",
            "javascript",
            "json",
            "lua",
            "objc",
            "perl",
            "php",
            "python",
            "r",
            "ruby",
            "scala",
            "sql",
            "swift",
            "xml",
            "yaml");

    /** What could end a block of code from within. */
    private static final Pattern END_OF_CODE =
            Pattern.compile("\\{(?=\\s*(code|noformat)\\b)", Pattern.CASE_INSENSITIVE);

    private static final String ZERO_WIDTH_SPACE = "\u200b";

    private final Accounts accounts;

    private WikiRendering(Accounts accounts) {
        this.accounts = accounts;
    }

    static String of(TicketText text, Accounts accounts) {
        return new WikiRendering(accounts).blocks(text.blocks(), "");
    }

    /** @param bullets marks of the lists around, outermost first: "#*" is a bullet in a numbered list */
    private String blocks(List<Block> blocks, String bullets) {
        return blocks.stream()
                .map(block -> block(block, bullets))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(bullets.isEmpty() ? "\n\n" : "\n"));
    }

    private String block(Block block, String bullets) {
        if (block instanceof Block.Paragraph paragraph) {
            return words(paragraph.words(), bullets.isEmpty() ? "\n" : " \\\\ ");
        } else if (block instanceof Block.Heading heading) {
            String words = words(heading.words(), " ");
            return bullets.isEmpty() ? "h" + Math.max(1, Math.min(6, heading.level())) + ". " + words : words;
        } else if (block instanceof Block.Items items) {
            return items(items, bullets);
        } else if (block instanceof Block.Code code) {
            return code(code);
        } else if (block instanceof Block.Quote quote) {
            String inner = blocks(quote.blocks(), bullets);
            return bullets.isEmpty() ? "{quote}\n" + inner + "\n{quote}" : inner;
        }
        return table((Block.Table) block);
    }

    private String items(Block.Items items, String bullets) {
        String mark = bullets + (items.numbered() ? "#" : "*");
        List<String> lines = new ArrayList<>();
        for (List<Block> item : items.items()) {
            StringBuilder line = new StringBuilder(mark).append(' ');
            for (Block block : item) {
                boolean nested = block instanceof Block.Items;
                line.append(nested ? "\n" : line.length() > mark.length() + 1 ? " \\\\ " : "");
                line.append(nested || block instanceof Block.Code ? block(block, mark) : flat(block));
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    /** A block in the line of a list item. */
    private String flat(Block block) {
        String text = block instanceof Block.Quote quote
                ? quote.blocks().stream().map(this::flat).collect(Collectors.joining(" \\\\ "))
                : block instanceof Block.Table table
                        ? table.rows().stream()
                                .map(row -> row.stream()
                                        .map(cell -> words(cell, " "))
                                        .collect(Collectors.joining(" \\| ")))
                                .collect(Collectors.joining(" \\\\ "))
                        : block(block, "*");
        return text;
    }

    private static String code(Block.Code code) {
        String language = code.language().toLowerCase(Locale.ROOT);
        String text = END_OF_CODE.matcher(code.text()).replaceAll("{" + ZERO_WIDTH_SPACE);
        return LANGUAGES.contains(language)
                ? "{code:" + language + "}\n" + text + "\n{code}"
                : "{noformat}\n" + text + "\n{noformat}";
    }

    private String table(Block.Table table) {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (List<List<Inline>> row : table.rows()) {
            String bar = lines.isEmpty() ? "||" : "|";
            StringBuilder line = new StringBuilder(bar);
            for (int column = 0; column < columns; column++) {
                String words = column < row.size() ? words(row.get(column), " ") : "";
                line.append(words.isBlank() ? " " : words).append(bar);
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    private String words(List<Inline> words, String lineBreak) {
        StringBuilder line = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (Inline word : words) {
            if (word instanceof Inline.LineBreak) {
                all.append(WikiText.atLineStart(line.toString())).append(lineBreak);
                line.setLength(0);
            } else {
                line.append(word(word));
            }
        }
        return all.append(WikiText.atLineStart(line.toString())).toString();
    }

    private String word(Inline word) {
        if (word instanceof Inline.Words words) {
            String text = WikiText.escape(words.text());
            return words.emphasis() == Emphasis.NONE || text.isBlank()
                    ? text
                    : (words.emphasis() == Emphasis.STRONG ? "{*}" + text + "{*}" : "{_}" + text + "{_}");
        } else if (word instanceof Inline.Literal literal) {
            return literal.text().isBlank()
                    ? literal.text()
                    : "{{" + WikiText.escape(literal.text().strip()) + "}}";
        } else if (word instanceof Inline.Link link) {
            return link(link);
        }
        Inline.Mention mention = (Inline.Mention) word;
        String account = accounts.of(mention.mail());
        return account != null && account.matches("[\\w.@+-]+")
                ? "[~" + account + "]"
                : WikiText.escape(mention.name());
    }

    private static String link(Inline.Link link) {
        String text = link.text().isBlank() ? link.address() : link.text();
        return Addresses.isSafe(link.address())
                ? "[" + WikiText.escape(text) + "|" + WikiText.escapeAddress(link.address()) + "]"
                : WikiText.escape(text);
    }
}
