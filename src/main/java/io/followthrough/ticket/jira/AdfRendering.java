package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketText.Block;
import io.followthrough.ticket.TicketText.Emphasis;
import io.followthrough.ticket.TicketText.Inline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text as a document of the Atlassian Document Format. It needs no escaping there; but texts must not be empty, and
 * not everything may stand in everything: what the format does not allow in a place becomes paragraphs.
 */
final class AdfRendering {

    private static final int DEEPEST_LIST = 6;

    private final Accounts accounts;

    private AdfRendering(Accounts accounts) {
        this.accounts = accounts;
    }

    static ObjectNode of(TicketText text, Accounts accounts) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("type", "doc").put("version", 1);
        new AdfRendering(accounts).blocks(document.putArray("content"), text.blocks(), Place.TOP, 0);
        return document;
    }

    /** Where a block stands decides what it may be. */
    private enum Place {
        TOP,
        ITEM,
        QUOTE
    }

    private void blocks(ArrayNode content, List<Block> blocks, Place place, int depth) {
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                words(node(content, "paragraph"), paragraph.words());
            } else if (block instanceof Block.Heading heading && place == Place.TOP) {
                ObjectNode node = content.addObject().put("type", "heading");
                node.putObject("attrs").put("level", Math.max(1, Math.min(6, heading.level())));
                words(node.putArray("content"), heading.words());
            } else if (block instanceof Block.Heading heading) {
                words(node(content, "paragraph"), heading.words());
            } else if (block instanceof Block.Items items) {
                items(content, items, place, depth);
            } else if (block instanceof Block.Code code) {
                code(content, code, place);
            } else if (block instanceof Block.Quote quote) {
                quote(content, quote, place, depth);
            } else if (block instanceof Block.Table table) {
                table(content, table, place);
            }
        }
    }

    private void items(ArrayNode content, Block.Items items, Place place, int depth) {
        if (items.items().isEmpty()) {
            return;
        }
        if (depth >= DEEPEST_LIST) {
            items.items().forEach(item -> blocks(content, item, place, depth));
            return;
        }
        ArrayNode list = node(content, items.numbered() ? "orderedList" : "bulletList");
        for (List<Block> item : items.items()) {
            ArrayNode inItem = node(list, "listItem");
            // An item begins with a paragraph, even with an empty one.
            if (item.isEmpty() || !(item.get(0) instanceof Block.Paragraph)) {
                node(inItem, "paragraph");
            }
            blocks(inItem, item, Place.ITEM, depth + 1);
        }
    }

    private void code(ArrayNode content, Block.Code code, Place place) {
        if (place == Place.QUOTE) {
            code.text().lines().forEach(line -> literal(node(content, "paragraph"), line));
            return;
        }
        ObjectNode block = content.addObject().put("type", "codeBlock");
        if (code.language().matches("[A-Za-z0-9+#_-]{1,30}")) {
            block.putObject("attrs").put("language", code.language());
        }
        plain(block.putArray("content"), code.text());
    }

    private void quote(ArrayNode content, Block.Quote quote, Place place, int depth) {
        if (quote.blocks().isEmpty()) {
            return;
        }
        blocks(
                place == Place.TOP ? node(content, "blockquote") : content,
                quote.blocks(),
                place == Place.TOP ? Place.QUOTE : place,
                depth);
    }

    private void table(ArrayNode content, Block.Table table, Place place) {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0) {
            return;
        }
        if (place != Place.TOP) {
            table.rows().forEach(row -> {
                ArrayNode paragraph = node(content, "paragraph");
                for (List<Inline> cell : row) {
                    if (!paragraph.isEmpty()) {
                        plain(paragraph, " | ");
                    }
                    words(paragraph, cell);
                }
            });
            return;
        }
        ArrayNode rows = node(content, "table");
        for (List<List<Inline>> row : table.rows()) {
            String cell = rows.isEmpty() ? "tableHeader" : "tableCell";
            ArrayNode cells = node(rows, "tableRow");
            for (int column = 0; column < columns; column++) {
                ObjectNode here = cells.addObject().put("type", cell);
                here.putObject("attrs");
                words(node(here.putArray("content"), "paragraph"), column < row.size() ? row.get(column) : List.of());
            }
        }
    }

    private void words(ArrayNode inline, List<Inline> words) {
        for (Inline word : words) {
            if (word instanceof Inline.Words some) {
                ObjectNode text = plain(inline, some.text());
                if (text != null && some.emphasis() != Emphasis.NONE) {
                    mark(text, some.emphasis() == Emphasis.STRONG ? "strong" : "em");
                }
            } else if (word instanceof Inline.Literal some) {
                literal(inline, some.text());
            } else if (word instanceof Inline.Link link) {
                link(inline, link);
            } else if (word instanceof Inline.Mention mention) {
                mention(inline, mention);
            } else if (word instanceof Inline.LineBreak) {
                inline.addObject().put("type", "hardBreak");
            }
        }
    }

    private void link(ArrayNode inline, Inline.Link link) {
        ObjectNode text = plain(inline, link.text().isEmpty() ? link.address() : link.text());
        if (text != null && Addresses.isSafe(link.address())) {
            mark(text, "link").putObject("attrs").put("href", link.address());
        }
    }

    private void mention(ArrayNode inline, Inline.Mention mention) {
        String account = accounts.of(mention.mail());
        if (account == null) {
            plain(inline, mention.name());
            return;
        }
        ObjectNode node = inline.addObject().put("type", "mention");
        node.putObject("attrs").put("id", account).put("text", "@" + mention.name());
    }

    private static void literal(ArrayNode inline, String text) {
        ObjectNode node = plain(inline, text);
        if (node != null) {
            mark(node, "code");
        }
    }

    private static @Nullable ObjectNode plain(ArrayNode inline, String text) {
        return text.isEmpty() ? null : inline.addObject().put("type", "text").put("text", text);
    }

    private static ObjectNode mark(ObjectNode text, String type) {
        return text.putArray("marks").addObject().put("type", type);
    }

    private static ArrayNode node(ArrayNode content, String type) {
        return content.addObject().put("type", type).putArray("content");
    }
}
