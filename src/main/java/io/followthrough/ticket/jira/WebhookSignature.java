package io.followthrough.ticket.jira;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Knows by {@code X-Hub-Signature} whether a body was signed with our secret. */
class WebhookSignature {

    private static final String PREFIX = "sha256=";

    private final byte[] secret;

    WebhookSignature(String secret) {
        this.secret = secret.strip().getBytes(StandardCharsets.UTF_8);
    }

    /** False for everything when there is no secret: with an empty key anybody could sign. */
    boolean isOn(byte[] body, @Nullable String header) {
        if (secret.length == 0 || header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        String expected = HexFormat.of().formatHex(hmac(body));
        byte[] claimed = header.substring(PREFIX.length()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), claimed);
    }

    private byte[] hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
