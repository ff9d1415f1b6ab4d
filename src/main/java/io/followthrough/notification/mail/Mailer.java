package io.followthrough.notification.mail;

import io.followthrough.notification.QuietHours;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Hands queued messages to the mail server. A mail is sent at least once: when we die between the server's yes and our
 * note of it, it is sent again with the same Message-ID.
 */
class Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
    private static final int PERMANENT = 500;

    private final MailQueue queue;
    private final JavaMailSender sender;
    private final QuietHours quietHours;
    private final Clock clock;
    private final String from;
    private final String host;

    Mailer(
            MailQueue queue,
            JavaMailSender sender,
            QuietHours quietHours,
            Clock clock,
            String from,
            @Nullable String host) {
        this.queue = queue;
        this.sender = sender;
        this.quietHours = quietHours;
        this.clock = clock;
        this.from = from;
        this.host = host == null ? "localhost" : host;
    }

    /** Tries the message that has waited longest; false when none is due. */
    boolean deliverNext() {
        Optional<QueuedMail> mail = queue.claim();
        mail.ifPresent(this::deliverUnlessQuiet);
        return mail.isPresent();
    }

    /** Asked at the last moment, so that neither a retry nor a restart wakes anybody. */
    private void deliverUnlessQuiet(QueuedMail mail) {
        Instant now = clock.instant();
        Instant awake = quietHours.awake(mail.recipient(), now);
        if (awake.isAfter(now)) {
            queue.postponed(mail, awake);
        } else {
            deliver(mail);
        }
    }

    private void deliver(QueuedMail mail) {
        try {
            sender.send(mime(mail));
            queue.sent(mail);
            LOG.info("mail sent message={} about={} attempt={}", mail.id(), mail.about(), mail.attempt());
        } catch (MailException | MessagingException e) {
            String error = innermost(e);
            LOG.warn("mail not sent message={} attempt={}: {}", mail.id(), mail.attempt(), error);
            if (isPermanent(e)) {
                queue.givenUp(mail, error);
            } else {
                queue.failed(mail, error);
            }
        }
    }

    private MimeMessage mime(QueuedMail mail) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(mail.address());
        helper.setSubject(mail.subject());
        helper.setText(mail.text(), mail.html());
        message.setHeader("Message-ID", "<" + mail.id() + "." + mail.createdAt().toEpochMilli() + "@" + host + ">");
        // Mail readers show what is about one action item as one conversation.
        message.setHeader("References", "<" + mail.about() + "@" + host + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** Whether the same mail would be refused again: it cannot be written, or the server knows no such address. */
    private static boolean isPermanent(Exception failure) {
        if (failure instanceof MailParseException
                || failure instanceof MailPreparationException
                || failure instanceof MessagingException) {
            return true;
        }
        return failure instanceof MailSendException sending
                && sending.getFailedMessages().values().stream().anyMatch(Mailer::isUnknownAddress);
    }

    private static boolean isUnknownAddress(Exception failure) {
        for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
            if (next instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= PERMANENT) {
                return true;
            }
        }
        return false;
    }

    private static String innermost(Exception failure) {
        Throwable cause = failure;
        if (failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            cause = sending.getMessageExceptions()[0];
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip();
    }
}
