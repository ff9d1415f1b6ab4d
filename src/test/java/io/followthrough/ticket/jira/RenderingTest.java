package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.JiraContract;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketText.Block;
import io.followthrough.ticket.TicketText.Emphasis;
import io.followthrough.ticket.TicketText.Inline;
import io.followthrough.ticket.jira.TextCut.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts in both of Jira's markups. */
class RenderingTest {

    private static final Ending NOTHING = Ending.NONE;
    private static final TicketText LINK =
            TicketText.link("Open in Followthrough", "https://example.org/action-items/PM-7-1");
    private static final Accounts KIM = mail -> mail.equals("kim@example.org") ? "kim.roe" : null;
    private static final Pattern ENTITY = Pattern.compile("&#(\\d+);");
    /** Whatever begins or ends markup, wherever it stands. */
    private static final Pattern MARKUP =
            Pattern.compile("[{}\\[\\]|\\\\*_^~!]|\\?\\?|(?<![A-Za-z0-9])[-+]|[-+](?![A-Za-z0-9])"
                    + "|(?m:^\\s*(?:h[1-6]\\.|bq\\.|#+(?:\\s|$)))|:-?[()DPpd]|;-?\\)|\\([xynix/!?+*-]\\)");

    private static final TicketText EVERYTHING = new TicketText(List.of(
            new Block.Heading(2, List.of(words("Why"))),
            new Block.Paragraph(List.of(
                    words("It was "),
                    new Inline.Words("full", Emphasis.STRONG),
                    words(" and "),
                    new Inline.Words("slow", Emphasis.SOME),
                    words(", see "),
                    new Inline.Literal("df -h {x}"),
                    new Inline.LineBreak(),
                    new Inline.Link("the graph", "https://example.org/a_b|c]"),
                    words(" "),
                    new Inline.Mention("Kim Roe", "kim@example.org"),
                    words(" "),
                    new Inline.Mention("Ann Lee", "ann@example.org"))),
            new Block.Items(
                    true,
                    List.of(
                            List.of(paragraph("first"), new Block.Items(false, List.of(List.of(paragraph("inner"))))),
                            List.of(new Block.Code("", "x"), paragraph("second")),
                            List.of())),
            new Block.Code("sql", "select '{code}' from a;\n-- {noformat}"),
            new Block.Quote(List.of(
                    paragraph("said"),
                    new Block.Code("", "y"),
                    new Block.Items(false, List.of(List.of(paragraph("q")))))),
            new Block.Table(List.of(
                    List.of(List.of(words("host")), List.of(words("free | used"))), List.of(List.of(words("a")))))));

    @Test
    void rendersAsWikiMarkup() {
        assertThat(wiki(EVERYTHING)).isEqualTo("""
                h2. Why

                It was {*}full{*} and {_}slow{_}, see {{df &#45;h &#123;x&#125;}}
                [the graph|https://example.org/a_b%7Cc%5D] [~kim.roe] Ann Lee

                # first
                #* inner
                # {noformat}
                x
                {noformat} \\\\ second
                #\s

                {code:sql}
                select '{\u200bcode}' from a;
                -- {\u200bnoformat}
                {code}

                {quote}
                said

                {noformat}
                y
                {noformat}

                * q
                {quote}

                ||host||free &#124; used||
                |a| |""");
    }

    @Test
    void rendersAsADocument() {
        JsonNode document = adf(EVERYTHING);

        assertThat(document.findValuesAsText("type"))
                .contains(
                        "heading",
                        "paragraph",
                        "hardBreak",
                        "mention",
                        "orderedList",
                        "bulletList",
                        "codeBlock",
                        "blockquote",
                        "table",
                        "tableHeader",
                        "strong",
                        "em",
                        "code",
                        "link");
        assertThat(document.findPath("href").asText()).isEqualTo("https://example.org/a_b|c]");
        assertThat(document.findValuesAsText("text")).contains("@Kim Roe", "Ann Lee", "df -h {x}");
        assertValid(document);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "{code}rm{code} {code:java} {noformat} {quote} {panel:title=x} {color:red}red{color}",
                "{html}<script>{html} {include:x} {jiraissues:x}",
                "[~admin] [link|javascript:alert(1)] [^file.zip] [#anchor] [mailto:x@y.z]",
                "!http://evil.example/track.png! !image.png|thumbnail!",
                "h1. heading\nbq. quotation\n  h2. indented\n---- \n# one\n* two\n- three\n#* four",
                "|| a || b ||\n| c | d |",
                "*bold* _it_ -gone- +in+ ^up^ ~down~ ??cite?? {{mono}} {*}x{*}",
                "back\\slash \\\\ two \\{ escaped \\\\{code}",
                "unbalanced { } }} {{ [ ] ]] | ! * _ ~ ^",
                "&#123;code&#125; &lbrace;code&rbrace; &amp;",
                ":) :( ;) :-) (x) (/) (!) (*) (on) {) }:D",
                "a-b c_d 2026-03-09 e+f",
                "\u202e right to left \u0000 \ud800 lone \ufffe",
                "\r\nh1. after a line end\rh1. after another\u2028h1. and another\u0085h1. and one more",
                "");
    }

    /** Whatever two thousand monkeys write. */
    private static List<String> random() {
        List<String> texts = new ArrayList<>();
        String alphabet = "{}[]|\\*_^~!-+?#&;:()hbq1.ac \n";
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(40), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            texts.add(text.toString());
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void leavesNoCharacterOfATextAMeaningInWikiMarkup(String text) {
        String markup = WikiRendering.of(TicketText.of(List.of(text)), KIM);

        String withoutLinks = markup.replaceAll("\\[(?:[^\\[\\]|]*)\\|https?://[\\w./?=%&#-]*\\]", "");
        assertThat(MARKUP.matcher(ENTITY.matcher(withoutLinks).replaceAll("e")).results())
                .as(markup)
                .isEmpty();
        assertThat(withoutSpace(decoded(markup.replaceAll("\\[([^\\[\\]|]*)\\|[^\\]]*\\]", "$1"))))
                .isEqualTo(withoutSpace(TicketText.clean(text)));
    }

    /** Also in each place where something of a document can stand. */
    @ParameterizedTest
    @MethodSource("hostile")
    void keepsItsOwnMarkupWhateverStandsInIt(String text) {
        Inline words = words(text);
        TicketText around = new TicketText(List.of(
                new Block.Heading(1, List.of(words)),
                new Block.Paragraph(List.of(new Inline.Words(text, Emphasis.STRONG), new Inline.Literal(text))),
                new Block.Items(false, List.of(List.of(new Block.Paragraph(List.of(words))))),
                new Block.Table(List.of(List.of(List.of(words)), List.of(List.of(new Inline.Link(text, text))))),
                new Block.Code("{" + text, text),
                new Block.Paragraph(
                        List.of(new Inline.Mention(text, text), new Inline.Link(text, "https://x/" + text)))));

        String markup = wiki(around);
        assertThat(markup.split("\\{noformat\\}", -1)).hasSize(3);
        String withoutCode = markup.replaceAll("(?s)\\{noformat\\}.*\\{noformat\\}", "");
        assertThat(withoutCode).doesNotContainIgnoringCase("|javascript");
        String ours = withoutCode
                .replaceAll("\\[[^\\[\\]|]*\\|https://x/[\\w./?=%&#;:()+,'$@~-]*\\]", "")
                .replaceAll("\\{\\*\\}|\\{\\{|\\}\\}", "")
                .replaceAll("(?m)^(?:h1\\.|\\*) |^\\|\\|?|\\|\\|?$", "");
        assertThat(ours).doesNotContain("{", "}", "[", "]", "|", "\\", "*", "!", "_", "^", "~");
        assertValid(adf(around));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void rendersAnyTextAsAValidDocument(String text) {
        JsonNode document = adf(TicketText.of(List.of(text)));

        assertValid(document);
        assertThat(withoutSpace(String.join("", document.findValuesAsText("text"))))
                .isEqualTo(withoutSpace(TicketText.clean(text)));
    }

    @Test
    void holdsForTextsThatNobodyThoughtOf() {
        random().forEach(text -> {
            leavesNoCharacterOfATextAMeaningInWikiMarkup(text);
            keepsItsOwnMarkupWhateverStandsInIt(text);
            rendersAnyTextAsAValidDocument(text);
        });
    }

    @Test
    void cutsWhatIsTooLongAndKeepsTheEndAndTheBalance() {
        Ending end = Ending.always(LINK);
        List<Block> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            rows.add(new Block.Items(false, List.of(List.of(paragraph("{x} \ud83d\udd25 " + i)))));
        }
        for (TicketText text : List.of(
                new TicketText(rows),
                new TicketText(List.of(new Block.Code("java", "{}\n".repeat(50_000)))),
                new TicketText(List.of(new Block.Quote(List.of(paragraph("\ud83d\udd25{".repeat(50_000)))))),
                new TicketText(List.of(new Block.Paragraph(List.of(
                        new Inline.Link("y", "https://x/" + "{".repeat(1_900)), words("z".repeat(60_000)))))))) {
            String markup = new DataCenterDialect().rich(text, end, KIM).asText();
            assertThat(markup.length()).isBetween(25_000, 32_767);
            assertThat(markup).endsWith("[Open in Followthrough|https://example.org/action-items/PM-7-1]");
            assertThat(markup.split("\\{code", -1).length % 2).isEqualTo(1);
            assertThat(markup.split("\\{quote", -1).length % 2).isEqualTo(1);
            assertThat(markup).doesNotContainPattern("[\\x{D800}-\\x{DFFF}]").contains("…");

            JsonNode document = new CloudDialect().rich(text, end, KIM);
            assertThat(document.toString().length()).isBetween(25_000, 32_767);
            assertThat(document.findValuesAsText("href")).contains("https://example.org/action-items/PM-7-1");
            assertValid(document);
        }
    }

    /** Whatever is in it, and wherever the cut falls. */
    @Test
    void linksToTheWholeOfWhatWasCutAndOnlyOfThat() {
        List<String> hostile = hostile().toList();
        for (int length : List.of(10, 31_000, 33_000, 80_000)) {
            for (int shift = 0; shift < 5; shift++) {
                StringBuilder comment = new StringBuilder("x".repeat(shift));
                for (int i = 0; comment.length() < length; i++) {
                    comment.append(hostile.get(i % hostile.size())).append('\n');
                }
                TicketText text = TicketText.of(List.of(comment.toString()));

                String markup = new DataCenterDialect()
                        .rich(text, Ending.whenCut(LINK), KIM)
                        .asText();
                assertThat(markup.length()).isLessThanOrEqualTo(TextCut.LONGEST);
                boolean whole = markup.equals(wikiOf(text));
                assertThat(markup.endsWith("[Open in Followthrough|https://example.org/action-items/PM-7-1]"))
                        .isEqualTo(!whole);
                assertThat(whole).isEqualTo(wikiOf(text).length() <= TextCut.LONGEST);
                String withoutLinks = markup.replaceAll("\\[(?:[^\\[\\]|]*)\\|https?://[\\w./?=%&#-]*\\]", "");
                assertThat(MARKUP.matcher(ENTITY.matcher(withoutLinks).replaceAll("e"))
                                .results())
                        .isEmpty();

                JsonNode document = new CloudDialect().rich(text, Ending.whenCut(LINK), KIM);
                assertThat(document.toString().length()).isLessThanOrEqualTo(TextCut.LONGEST);
                assertThat(document.findValuesAsText("href").contains("https://example.org/action-items/PM-7-1"))
                        .isEqualTo(!document.equals(AdfRendering.of(text, KIM)));
                assertValid(document);
            }
        }
    }

    @Test
    void linksToPagesAndMailOnly() {
        for (String address :
                List.of("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", " https://x y", "//x")) {
            TicketText link = TicketText.link("text", address);
            assertThat(wiki(link)).isEqualTo("text");
            assertThat(adf(link).findPath("href").isMissingNode()).isTrue();
        }
        assertThat(wiki(TicketText.link("text", "mailto:a@example.org"))).isEqualTo("[text|mailto:a@example.org]");
    }

    private static String wikiOf(TicketText text) {
        return WikiRendering.of(text, KIM);
    }

    private static String wiki(TicketText text) {
        return new DataCenterDialect().rich(text, NOTHING, KIM).asText();
    }

    private static JsonNode adf(TicketText text) {
        return new CloudDialect().rich(text, NOTHING, KIM);
    }

    private static void assertValid(JsonNode document) {
        JiraContract.assertDocumentKept(document);
    }

    private static String decoded(String markup) {
        return ENTITY.matcher(markup)
                .replaceAll(match ->
                        java.util.regex.Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1)))));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("[\\s\\p{Z}\\u0085]+", "");
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(List.of(words(text)));
    }

    private static Inline words(String text) {
        return new Inline.Words(text, Emphasis.NONE);
    }
}
