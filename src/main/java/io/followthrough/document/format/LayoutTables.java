package io.followthrough.document.format;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Finds the tables that only arrange a page: those with one column, with headings or with tables in them. */
final class LayoutTables implements NodeVisitor {

    private final Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Open> open = new ArrayDeque<>();

    private static final class Open {
        private int cells;
        private int widest;
    }

    private LayoutTables() {}

    static Set<Element> of(Document document) {
        LayoutTables visitor = new LayoutTables();
        NodeTraversor.traverse(visitor, document);
        return visitor.found;
    }

    @Override
    public void head(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "table" -> {
                if (!open.isEmpty()) {
                    open.getLast().widest = Integer.MIN_VALUE;
                }
                open.addLast(new Open());
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                if (!open.isEmpty()) {
                    open.getLast().widest = Integer.MIN_VALUE;
                }
            }
            case "tr" -> {
                if (!open.isEmpty()) {
                    open.getLast().cells = 0;
                }
            }
            case "td", "th" -> {
                if (!open.isEmpty()) {
                    Open table = open.getLast();
                    table.cells++;
                    table.widest = table.widest < 0 ? table.widest : Math.max(table.widest, table.cells);
                }
            }
            default -> {
                // no part of a table
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.normalName().equals("table") && open.removeLast().widest < 2) {
            found.add(element);
        }
    }
}
