package io.followthrough.platform.process;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which passwords were found right in the last minute, so that a script does not pay for bcrypt with each call. Kept is
 * a keyed hash over the password and what is stored for it, with a key that lives as long as the process: where another
 * password is stored, or none, nothing of it fits any more.
 */
class VerifiedPasswords {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 1000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Map<String, Long> verifiedAt = new ConcurrentHashMap<>();
    private final SecretKeySpec key;
    private final LongSupplier nanoTime;

    VerifiedPasswords(LongSupplier nanoTime) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        this.nanoTime = nanoTime;
    }

    boolean contains(String password, String stored) {
        long now = nanoTime.getAsLong();
        verifiedAt.values().removeIf(at -> now - at >= KEPT.toNanos());
        return verifiedAt.containsKey(fingerprint(password, stored));
    }

    void add(String password, String stored) {
        if (verifiedAt.size() >= MOST) {
            verifiedAt.clear();
        }
        verifiedAt.put(fingerprint(password, stored), nanoTime.getAsLong());
    }

    private String fingerprint(String password, String stored) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(stored.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
