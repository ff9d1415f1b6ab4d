package io.followthrough.document;

import static org.instancio.Select.all;
import static org.instancio.Select.allStrings;
import static org.instancio.Select.field;
import static org.instancio.Select.root;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.instancio.Instancio;
import org.instancio.InstancioApi;
import org.instancio.Model;
import org.instancio.Random;
import org.instancio.settings.Keys;
import org.instancio.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Documents nobody wrote, one for each seed. Every component of the records is filled or left out, so that one added
 * later takes part without a change here; their words are as hostile to Markdown as words can be.
 */
public final class GeneratedDocuments {

    private static final String[] WORDS = {
        "Checkout",
        "was",
        "down",
        "for",
        "all users",
        "C#",
        "R&D",
        "a_b",
        "_a_",
        "__init__",
        "**",
        "*",
        "`",
        "``` ",
        "~~~",
        "~",
        "[x]",
        "[a](b)",
        "![i](j)",
        "<b>",
        "<!-- ",
        " -->",
        "&amp;",
        "&#10;",
        "&copy",
        "&",
        "\\",
        "\\\\",
        "\\n",
        "|",
        "| a | b |",
        "|-|",
        "---",
        "===",
        "- ",
        "+ ",
        "1. ",
        "12) ",
        "123456789.",
        "> ",
        "# ",
        "## Impact",
        "#",
        "{{x}}",
        "{",
        "12:00",
        "2024-05-03",
        "14:00 UTC",
        "Owner: kim",
        "- Owner: kim",
        "(owner: kim)",
        "P1",
        "by 3 May 2024",
        "OPS-12",
        "[ ]",
        "[x] done",
        "Root cause:",
        "Timeline",
        "_no time_",
        "_no title_",
        " / ",
        "50 %",
        "https://example.org/a_b?c=d&e=f",
        "\u00E9",
        "e\u0301",
        "\u4E2D\u6587",
        "\uD83D\uDE80",
        "\uD83D\uDC69\u200D\uD83D\uDCBB",
        "\uD83D",
        "\uDE80",
        "\u00A0",
        "\u200B",
        "\uFEFF",
        "\u2028",
        "\u0000",
        "\u0007",
        "\t",
        "\r",
        "\r\n",
        "\n",
        "\n\n",
        "\n\n\n",
        "\f",
        "\u000B",
        "\u0085",
        " ",
        "  ",
        "\u2014",
        "\u2022 ",
        "\uFFFE",
        "\uFFFD",
        "<!-- followthrough: canonical 1 -->",
        "'",
        "\"",
        "!",
        "$x$",
        ":smile:",
        "@kim",
        "."
    };

    private static final Double[] PERCENTS = {0.0, 1.0, 12.5, 35.0, 99.99, 100.0, 0.1, 33.333333333333336, 1e-7, -0.0};

    private static final Model<PostmortemDocument> MODEL = model();

    private GeneratedDocuments() {}

    /** The document of the seed, always the same. */
    public static PostmortemDocument of(long seed) {
        return Instancio.of(MODEL).withSeed(seed).lenient().create();
    }

    private static Model<PostmortemDocument> model() {
        InstancioApi<PostmortemDocument> documents = Instancio.of(PostmortemDocument.class)
                .withSettings(Settings.create().set(Keys.COLLECTION_MIN_SIZE, 0).set(Keys.COLLECTION_MAX_SIZE, 3))
                .supply(allStrings(), GeneratedDocuments::words)
                .supply(all(Double.class), random -> random.oneOf(PERCENTS));
        leaveOut(documents, PostmortemDocument.class);
        return documents.toModel();
    }

    /** Half of what may be null is null. */
    private static void leaveOut(InstancioApi<PostmortemDocument> documents, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> type = component.getType();
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                documents.supply(
                        field(record, component.getName()),
                        random -> random.trueOrFalse() ? null : value(type, random));
            } else if (type == List.class
                    && component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> element
                    && element.isRecord()) {
                leaveOut(documents, element);
            } else if (type.isRecord()) {
                leaveOut(documents, type);
            }
        }
    }

    private static Object value(Class<?> type, Random random) {
        if (type == String.class) {
            return words(random);
        }
        if (type == Integer.class) {
            return random.intRange(-10_000, 2_000_000);
        }
        if (type == LocalDate.class) {
            return day(random);
        }
        if (type == LocalTime.class) {
            return time(random);
        }
        if (type == LocalDateTime.class) {
            return day(random).atTime(time(random));
        }
        if (type.isEnum()) {
            return random.oneOf(type.getEnumConstants());
        }
        throw new IllegalStateException("Say how a " + type + " is made");
    }

    /** Words of the seed, always the same. */
    public static String words(long seed) {
        return Instancio.of(String.class)
                .withSeed(seed)
                .supply(root(), GeneratedDocuments::words)
                .create();
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        int count = random.intRange(0, 8);
        for (int i = 0; i < count; i++) {
            words.append(random.oneOf(WORDS));
            words.append(random.oneOf(List.of(" ", " ", "", "\n")));
        }
        return random.trueOrFalse() ? words.toString() : words.toString().strip();
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(random.intRange(1970, 2100), 1, 1).plusDays(random.intRange(0, 365));
    }

    private static LocalTime time(Random random) {
        LocalTime minute = LocalTime.of(random.intRange(0, 23), random.intRange(0, 59));
        return random.trueOrFalse() ? minute : minute.plusNanos(random.longRange(0, 59_999_999_999L));
    }
}
