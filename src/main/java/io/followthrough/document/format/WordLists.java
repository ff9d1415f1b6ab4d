package io.followthrough.document.format;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** How the lists of a Word document number or mark their items. */
final class WordLists {

    private static final String BOXES = "☐□❏❑";

    private final Map<String, Map<Integer, Level>> templates = new HashMap<>();
    private final Map<String, String> templateOf = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private static final class Level {
        private String format = "bullet";
        private String mark = "";
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        Map<Integer, Level> template = new HashMap<>();
        Level level = new Level();
        String list = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String value = WordXml.value(xml);
            switch (xml.getLocalName()) {
                case "abstractNum" -> {
                    template = new HashMap<>();
                    templates.put(String.valueOf(WordXml.attribute(xml, "abstractNumId")), template);
                }
                case "lvl" -> {
                    level = new Level();
                    template.putIfAbsent(WordXml.number(WordXml.attribute(xml, "ilvl"), 0), level);
                }
                case "numFmt" -> level.format = value == null ? level.format : value;
                case "lvlText" -> level.mark = value == null ? "" : value;
                case "num" -> {
                    list = String.valueOf(WordXml.attribute(xml, "numId"));
                    // What a list says differently from its template is not looked at.
                    template = new HashMap<>();
                }
                case "abstractNumId" -> templateOf.put(list, String.valueOf(value));
                default -> {
                    // says nothing about the mark
                }
            }
        }
    }

    /** The Markdown mark of the next item of that list and level; null when its items have none. */
    @Nullable
    String nextMark(String list, int depth) {
        String template = templateOf.get(list);
        Level level = template == null
                ? null
                : templates.getOrDefault(template, Map.of()).get(depth);
        if (level == null) {
            return "-";
        }
        if (level.format.equals("none")) {
            return null;
        }
        if (!level.format.equals("bullet")) {
            counts.keySet().removeIf(key -> key.startsWith(list + "/") && deeper(key, depth));
            int number = counts.merge(list + "/" + depth, 1, Integer::sum);
            return Math.min(number, 999) + ".";
        }
        boolean box = level.mark.length() == 1 && BOXES.indexOf(level.mark.charAt(0)) >= 0;
        return box ? "- [ ]" : "-";
    }

    private static boolean deeper(String key, int depth) {
        return WordXml.number(key.substring(key.indexOf('/') + 1), 0) > depth;
    }
}
