package io.followthrough.document.format;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Attributes of WordprocessingML. */
final class WordXml {

    private WordXml() {}

    /** The attribute with that local name, in whatever namespace: there are two of Word's, and one of its successors. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    static @Nullable String value(XMLStreamReader xml) {
        return attribute(xml, "val");
    }

    /** A property that is named is on, unless it says that it is off. */
    static boolean isOn(@Nullable String value) {
        return value == null || !value.equals("0") && !value.equals("false") && !value.equals("off");
    }

    static int number(@Nullable String value, int otherwise) {
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
