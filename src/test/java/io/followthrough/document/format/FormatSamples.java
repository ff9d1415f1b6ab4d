package io.followthrough.document.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** One postmortem in every format. */
public final class FormatSamples {

    private FormatSamples() {}

    public static byte[] bytes(String name) {
        try (InputStream in = FormatSamples.class.getResourceAsStream("/samples/formats/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same postmortem as a Word document. */
    public static byte[] docx() {
        WordFile word = new WordFile();
        return word.styled("Titel", "Postmortem: Checkout refused cards")
                .styled("TOC1", "Timeline 1")
                .styled("berschrift1", "Summary")
                .raw(WordFile.run(
                                "On 3 March 2025 from 09:10 to 10:40 UTC (1 h 30 min) the checkout refused cards. About ")
                        + "<w:del w:id=\"1\" w:author=\"Noor\"><w:r><w:delText>20 %</w:delText></w:r></w:del>"
                        + "<w:ins w:id=\"2\" w:author=\"Noor\">" + WordFile.run("35 %") + "</w:ins>"
                        + WordFile.run(" of all buyers were affected."))
                .styled("Eigene", "Timeline")
                .table(new String[][] {
                    {"Time", "Event"},
                    {"2025-03-03 09:10", "A release of the payment service goes out."},
                    {"2025-03-03 09:25", "The monitoring alerts: refused cards are above 20 %."},
                    {"2025-03-03 09:50", "The engineer on call suspects the bank and waits for its answer."},
                    {"2025-03-03 10:40", "The release is rolled back and cards are taken again."}
                })
                .styled("berschrift1", "Root cause")
                .raw(WordFile.run("The release read the currency of the café vouchers from a field that is ")
                        + WordFile.bold("empty")
                        + WordFile.run(" for old cards. The ")
                        + word.link("runbook", "https://wiki.example.org/runbook?id=7&v=2")
                        + WordFile.run(" did not say so."))
                .styled("berschrift1", "Resolution")
                .paragraph("The release was rolled back.")
                .styled("berschrift1", "What can be improved")
                .item(1, 0, WordFile.bold("Testing:") + WordFile.run(" Releases should be tried with old cards"))
                .item(1, 0, WordFile.bold("Alerts:") + WordFile.run(" An alert should name the release"))
                .item(1, 1, WordFile.run("in the message"))
                .item(1, 1, WordFile.run("and on the page"))
                .styled("berschrift1", "Action items")
                .item(
                        3,
                        0,
                        WordFile.run("Add a test with an old card to the payment service (owner: kim, due 2025-03-20)"))
                .item(
                        1,
                        0,
                        WordFile.checkbox(true)
                                + WordFile.run(" Write the empty currency into the runbook (owner: noor)"))
                .raw(
                        WordFile.checkbox(false)
                                + WordFile.run(
                                        " Alert when more than 5 % of cards are refused for five minutes (owner: ade, due 2025-04-01)"))
                .bytes();
    }
}
