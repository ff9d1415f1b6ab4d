package io.followthrough;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The one mail server of a test run, real SMTP in this JVM; it takes mail for everybody. */
public final class TestMail {

    private static GreenMail server;

    private TestMail() {}

    public static synchronized int port() {
        if (server == null) {
            server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
        }
        return server.getSmtp().getPort();
    }

    /** Waits until so many mails with these words in their subject have come, and returns all there are then. */
    public static List<MimeMessage> await(int count, String words) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        int known = 0;
        while (true) {
            List<MimeMessage> found = about(words);
            if (found.size() >= count) {
                return found;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(found.size() + " of " + count + " mails about " + words + " have come");
            }
            known = Math.max(known, server.getReceivedMessages().length);
            server.waitForIncomingEmail(500, known + 1);
        }
    }

    /** The mails with these words in their subject that have come so far. */
    public static List<MimeMessage> about(String words) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> subject(mail).contains(words))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
