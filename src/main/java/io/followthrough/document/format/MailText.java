package io.followthrough.document.format;

import io.followthrough.document.UnreadableDocumentException;
import io.followthrough.document.reading.PostmortemReader;
import io.followthrough.document.source.TextDecoder;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The words of an e-mail: its plain text where that is whole, else its HTML; the subject where they have no title. */
final class MailText {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 20_000;

    /** Confluence calls every page so that it exports for Word, which it does as an e-mail. */
    private static final String NO_TITLE = "Exported From Confluence";

    private final int maxBytes;
    private final List<String> plain = new ArrayList<>();
    private final List<String> html = new ArrayList<>();

    private record Waiting(MimePart part, int depth) {}

    private MailText(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    static String of(byte[] bytes, int maxBytes) {
        requireFewParts(bytes);
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(withoutMailbox(bytes)));
            MailText text = new MailText(maxBytes);
            text.collect(message);
            return withTitle(text.chosen(), subject(message));
        } catch (MessagingException | IOException e) {
            throw new UnreadableDocumentException(
                    "The e-mail is damaged and cannot be read. Copy its text and send that.");
        }
    }

    /** Each part costs memory, and a small mail can announce a million of them. */
    private static void requireFewParts(byte[] bytes) {
        int parts = 0;
        for (int i = 2; i < bytes.length; i++) {
            parts += bytes[i] == '-' && bytes[i - 1] == '-' && (bytes[i - 2] == '\n' || bytes[i - 2] == '\r') ? 1 : 0;
        }
        if (parts > MOST_PARTS) {
            throw new UnreadableDocumentException(
                    "The e-mail has more than %,d parts. Copy its text and send that.".formatted(MOST_PARTS));
        }
    }

    /** A mailbox file puts a line {@code From kim@example.org Mon …} before the mail, which is no header. */
    private static byte[] withoutMailbox(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && (bytes[start] == '\n' || bytes[start] == '\r' || bytes[start] == ' ')) {
            start++;
        }
        boolean mailbox =
                bytes.length > start + 5 && new String(bytes, start, 5, StandardCharsets.US_ASCII).equals("From ");
        if (mailbox) {
            while (start < bytes.length && bytes[start] != '\n') {
                start++;
            }
            start++;
        }
        return start == 0 ? bytes : Arrays.copyOfRange(bytes, Math.min(start, bytes.length), bytes.length);
    }

    /** Goes through the parts in order, with a stack of its own: nesting is the sender's choice. */
    private void collect(MimePart message) throws MessagingException, IOException {
        Deque<Waiting> waiting = new ArrayDeque<>();
        waiting.push(new Waiting(message, 0));
        while (!waiting.isEmpty()) {
            Waiting next = waiting.pop();
            MimePart part = next.part();
            if (next.depth() > DEEPEST) {
                throw new UnreadableDocumentException("The e-mail nests its parts more than %d deep.".formatted(DEEPEST)
                        + " Copy its text and send that.");
            }
            ContentType type = type(part);
            if (type.match("multipart/*")) {
                MimeMultipart parts = new MimeMultipart(new MimePartDataSource(part));
                for (int i = parts.getCount() - 1; i >= 0; i--) {
                    BodyPart inner = parts.getBodyPart(i);
                    if (inner instanceof MimeBodyPart body) {
                        waiting.push(new Waiting(body, next.depth() + 1));
                    }
                }
            } else if (type.match("message/rfc822")) {
                try (InputStream in = input(part)) {
                    waiting.push(
                            new Waiting(new MimeMessage(Session.getInstance(new Properties()), in), next.depth() + 1));
                }
            } else if (!isAttachment(part)) {
                take(part, type);
            }
        }
    }

    private static boolean isAttachment(MimePart part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static ContentType type(MimePart part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (MessagingException malformed) {
            return new ContentType("text/plain");
        }
    }

    private static InputStream input(MimePart part) throws MessagingException, IOException {
        try {
            return part.getInputStream();
        } catch (MessagingException | IOException unknownEncoding) {
            if (part instanceof MimeMessage message) {
                return message.getRawInputStream();
            }
            return ((MimeBodyPart) part).getRawInputStream();
        }
    }

    private void take(MimePart part, ContentType type) throws MessagingException, IOException {
        boolean web = type.match("text/html") || type.match("application/xhtml+xml");
        if (!web && !type.getPrimaryType().equalsIgnoreCase("text") || type.match("text/calendar")) {
            return;
        }
        byte[] bytes;
        try (InputStream in = input(part)) {
            bytes = in.readNBytes(maxBytes + 1);
        }
        if (new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            return;
        }
        String text = TextDecoder.decode(bytes, maxBytes, type.getParameter("charset"))
                .text();
        if (part.getHeader("Content-Type") == null) {
            takeUnsaid(text);
        } else if (web) {
            html.add(HtmlText.of(text));
        } else {
            boolean flowed = "flowed".equalsIgnoreCase(type.getParameter("format"));
            boolean joined = "yes".equalsIgnoreCase(type.getParameter("delsp"));
            plain.add(withoutSignature(flowed ? FlowedText.unfold(text, joined) : text));
        }
    }

    /** A copied e-mail has lost the headers that say how its text is written. */
    private void takeUnsaid(String text) {
        byte[] quoted = QuotedPrintable.decode(text);
        String decoded = quoted == null
                ? text
                : TextDecoder.decode(quoted, maxBytes, null).text();
        if (Recognition.isHtml(decoded, null, null)) {
            html.add(HtmlText.of(decoded));
        } else {
            plain.add(withoutSignature(decoded));
        }
    }

    private static String withoutSignature(String text) {
        String lines = text.replace("\r\n", "\n");
        int signature = lines.indexOf("\n-- \n");
        return signature > 0 ? lines.substring(0, signature + 1) : lines;
    }

    /** Some senders put a mere hint into the plain text and say what they have to say in HTML. */
    private String chosen() {
        String text = String.join("\n\n", plain).strip();
        String page = String.join("\n\n", html).strip();
        if (text.isEmpty() && page.isEmpty()) {
            throw new UnreadableDocumentException(
                    "The e-mail has no text of its own. If the postmortem is attached, save the attachment and send that.");
        }
        return page.isEmpty() || letters(text) >= 0.6 * letters(page) ? text : page;
    }

    private static long letters(String text) {
        return text.chars().filter(Character::isLetterOrDigit).count();
    }

    private static @Nullable String subject(MimeMessage message) throws MessagingException {
        String raw = message.getHeader("Subject", null);
        if (raw == null) {
            return null;
        }
        String subject;
        try {
            subject = MimeUtility.decodeText(MimeUtility.unfold(raw)).strip();
        } catch (UnsupportedEncodingException e) {
            subject = raw.strip();
        }
        return subject.equals(NO_TITLE) ? null : withoutPrefixes(subject);
    }

    private static @Nullable String withoutPrefixes(String subject) {
        String rest = subject.replaceAll("[\\p{Cntrl}]+", " ").strip();
        boolean again = true;
        while (again) {
            String lower = rest.toLowerCase(Locale.ROOT);
            int end = lower.startsWith("re:") || lower.startsWith("fw:") ? 3 : lower.startsWith("fwd:") ? 4 : 0;
            int list = rest.startsWith("[") ? rest.indexOf(']') + 1 : 0;
            again = end > 0 || list > 0;
            rest = rest.substring(Math.max(end, list)).strip();
        }
        return rest.isEmpty() ? null : rest;
    }

    private static String withTitle(String body, @Nullable String subject) {
        boolean titled =
                subject == null || PostmortemReader.read(body).document().title() != null;
        return titled ? body + "\n" : "# " + subject + "\n\n" + body + "\n";
    }
}
