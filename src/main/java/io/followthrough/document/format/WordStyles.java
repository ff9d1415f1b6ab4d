package io.followthrough.document.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the styles of a Word document say of a paragraph: title, heading, list, bold, entry of a table of contents. */
final class WordStyles {

    private static final int LONGEST_CHAIN = 20;

    private final Map<String, Raw> styles = new HashMap<>();

    private static final class Raw {
        private String name = "";
        private @Nullable String parent;
        private int outline = -1;
        private @Nullable String list;
        private int listLevel = -1;
        private @Nullable Boolean bold;
    }

    /**
     * A style with what it has from the styles it is based on.
     *
     * @param heading level from 1, 0 for none; a title has {@link #TITLE}
     */
    record Style(int heading, boolean contents, @Nullable String list, int listLevel, boolean bold) {

        static final int TITLE = -1;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        Raw style = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                String value = WordXml.value(xml);
                if (name.equals("style")) {
                    style = new Raw();
                    styles.put(String.valueOf(WordXml.attribute(xml, "styleId")), style);
                } else if (style != null) {
                    property(style, name, value);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("style")) {
                style = null;
            }
        }
    }

    private static void property(Raw style, String name, @Nullable String value) {
        switch (name) {
            case "name" -> style.name = value == null ? "" : value.toLowerCase(Locale.ROOT);
            case "basedOn" -> style.parent = value;
            case "outlineLvl" -> style.outline = WordXml.number(value, -1);
            case "numId" -> style.list = value;
            case "ilvl" -> style.listLevel = WordXml.number(value, -1);
            case "b" -> style.bold = WordXml.isOn(value);
            default -> {
                // says nothing about the meaning
            }
        }
    }

    Style of(@Nullable String id) {
        int heading = 0;
        boolean contents = false;
        String list = null;
        int listLevel = -1;
        Boolean bold = null;
        String next = id;
        for (int i = 0; next != null && i < LONGEST_CHAIN; i++) {
            Raw style = styles.get(next);
            if (style == null) {
                break;
            }
            heading = heading == 0 ? heading(style) : heading;
            contents |= style.name.startsWith("toc ") || style.name.equals("toc heading");
            list = list == null ? style.list : list;
            listLevel = listLevel < 0 ? style.listLevel : listLevel;
            bold = bold == null ? style.bold : bold;
            next = style.parent;
        }
        return new Style(heading, contents, list, Math.max(0, listLevel), bold != null && bold);
    }

    /** Word names its own styles in English, whatever the language of the person. */
    private static int heading(Raw style) {
        if (style.name.equals("title")) {
            return Style.TITLE;
        }
        if (style.name.startsWith("heading ")) {
            return WordXml.number(style.name.substring("heading ".length()), 0);
        }
        return style.outline >= 0 && style.outline < 9 ? style.outline + 1 : 0;
    }
}
