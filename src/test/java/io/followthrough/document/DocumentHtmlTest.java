package io.followthrough.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentHtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<iframe src=https://evil.example></iframe>",
                "<style>*{display:none}</style>",
                "<form action=https://evil.example><input name=password></form>",
                "[click](javascript:alert(1))",
                "[click](JaVaScRiPt:alert(1))",
                "[click](&#106;avascript:alert(1))",
                "[click](data:text/html;base64,PHNjcmlwdD4=)",
                "[click](vbscript:msgbox)",
                "[x]: javascript:alert(1)\n\n[click][x]",
                "<a href=\"javascript:alert(1)\">click</a>",
                "<https://example.com/\"onmouseover=alert(1)>",
                "| a |\n|---|\n| <script>alert(1)</script> |",
                "- [ ] <img src=x onerror=alert(1)>",
                "# <b onclick=alert(1)>x</b>",
                "```html\"><script>alert(1)</script>\ncode\n```",
                "${7*7} th:text=\"${T(java.lang.Runtime)}\" {{constructor.constructor('alert(1)')()}}"
            })
    void letsNothingHostileThrough(String source) {
        String html = DocumentHtml.render(source).toLowerCase(Locale.ROOT);

        assertThat(html).doesNotContainPattern("<(script|img|svg|iframe|style|form|object|embed|link|meta|base)");
        assertThat(html).doesNotContainPattern("<[^>]*\\son\\w+\\s*=");
        assertThat(html).doesNotContainPattern("href=\"(?!https?:|mailto:)[^\"]*:");
    }

    @Test
    void fetchesNoImage() {
        assertThat(DocumentHtml.render("![a pixel](https://tracker.example/p.gif)"))
                .doesNotContain("<img", "src=")
                .contains("a pixel</a>")
                .contains("nofollow");
    }

    @Test
    void keepsTheLineBreaksOfPlainText() {
        assertThat(DocumentHtml.render("Timeline\n2:00 PM: down\n3:00 PM: up"))
                .contains("Timeline<br />", "2:00 PM: down<br />");
    }

    @Test
    void showsIndentedLinesAsTextAndNotAsCode() {
        assertThat(DocumentHtml.render("Timeline:\n\n    8:00: down\n    9:00: up"))
                .doesNotContain("<pre>")
                .contains("8:00: down<br />");
    }

    @Test
    void keepsCodeListsAndTables() {
        assertThat(DocumentHtml.render("- a\n    - b\n\n```\n  code\n```\n\n| h |\n|---|\n| c |"))
                .contains("<ul>", "<pre>", "  code", "<table>", "<td>c</td>");
    }

    @Test
    void survivesDeepNesting() {
        assertThat(DocumentHtml.render("> ".repeat(20_000) + "deep")).contains("deep");
        assertThat(DocumentHtml.render("*a **a ".repeat(5_000))).isNotEmpty();
        assertThat(DocumentHtml.render("[".repeat(50_000))).isNotEmpty();
        assertThat(DocumentHtml.render("<a ".repeat(300_000))).isNotEmpty();
        assertThat(DocumentHtml.render("**b** [a](http://x.example) ".repeat(40_000)))
                .isNotEmpty();
        assertThat(DocumentHtml.render("**b** [a](http://x.example)\n".repeat(40_000)))
                .isNotEmpty();
        assertThat(DocumentHtml.render("words ".repeat(1_000_000)))
                .hasSizeLessThan(1_100_000)
                .contains("The document goes on");
    }

    @Test
    void showsNoInstructionToTheTool() {
        String html = DocumentHtml.render(
                "# Title\n\n<!-- followthrough: ignore missing-title -- why -->\n- one\nfollowthrough: ignore-next x -- y\n- two <!-- followthrough: ignore z -- w -->\n");

        assertThat(html).doesNotContain("followthrough").contains("<h1>Title</h1>", "<li>one</li>", "two");
    }
}
