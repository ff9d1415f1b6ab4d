package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.ticket.TicketHints;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hears from Jira that issues may have changed. Believes only that: what changed is read from Jira. */
@RestController
@ConditionalOnProperty(name = "followthrough.tracker", havingValue = "jira", matchIfMissing = true)
class JiraWebhookController {

    private static final Logger LOG = LoggerFactory.getLogger(JiraWebhookController.class);
    private static final int LARGEST_BODY = 2_000_000;
    private static final int LONGEST_DELIVERY_ID = 200;
    /** Longer than Jira repeats a webhook; nothing else keeps an old one from being sent again by somebody. */
    private static final Duration OLDEST = Duration.ofHours(24);
    /** How far Jira's clock may be ahead of ours. */
    static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private static final String DELETED = "jira:issue_deleted";

    private final WebhookSignature signature;
    private final ObjectMapper json;
    private final Clock clock;
    private final TicketHints hints;

    JiraWebhookController(JiraAccess access, ObjectMapper json, Clock clock, TicketHints hints) {
        this.signature = new WebhookSignature(access.webhookSecret());
        this.json = json;
        this.clock = clock;
        this.hints = hints;
    }

    @PostMapping("/webhooks/jira")
    ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return answer(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        if (!signature.isOn(body, request.getHeader("X-Hub-Signature"))) {
            LOG.warn("Webhook refused reason=signature from={}", request.getRemoteAddr());
            return answer(HttpStatus.UNAUTHORIZED);
        }
        JsonNode event = parse(body);
        if (event == null || !isRecent(event.path("timestamp"))) {
            LOG.warn("Webhook refused reason=malformed-or-old");
            return answer(HttpStatus.BAD_REQUEST);
        }
        String name = event.path("webhookEvent").asText();
        String issueId = event.at("/issue/id").asText();
        if (name.startsWith("jira:issue_") || !issueId.isEmpty()) {
            if (!issueId.matches("\\d{1,18}")) {
                return answer(HttpStatus.BAD_REQUEST);
            }
            String delivery = deliveryId(request.getHeader("X-Atlassian-Webhook-Identifier"), body);
            String who = event.at("/user/displayName").asText();
            hints.hint(delivery, issueId, name.equals(DELETED), who);
        }
        return answer(HttpStatus.OK);
    }

    private @Nullable JsonNode parse(byte[] body) {
        try {
            JsonNode event = json.readTree(body);
            return event != null && event.isObject() ? event : null;
        } catch (IOException e) {
            return null;
        }
    }

    private boolean isRecent(JsonNode timestamp) {
        if (!timestamp.canConvertToLong()) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochMilli(timestamp.asLong()), clock.instant());
        return age.compareTo(OLDEST) <= 0 && age.compareTo(CLOCK_SKEW.negated()) >= 0;
    }

    private static String deliveryId(@Nullable String header, byte[] body) {
        return header == null || header.isBlank() || header.length() > LONGEST_DELIVERY_ID ? hash(body) : header;
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
