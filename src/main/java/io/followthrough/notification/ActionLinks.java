package io.followthrough.notification;

import io.followthrough.platform.ConflictException;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links that let one person do one thing about one action item, once, within a week. */
@Service
public class ActionLinks {

    /** How long a link can be used. */
    static final Duration LIFE = Duration.ofDays(7);

    private static final String KEY = "action-link-key";
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 5;

    private final JdbcTemplate jdbc;
    private final FollowthroughProperties properties;
    private final Clock clock;

    ActionLinks(JdbcTemplate jdbc, FollowthroughProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** The address that lets this person do it. */
    public String address(LinkPurpose purpose, String actionItem, String person, int dueDateCycle) {
        long expires = clock.instant().plus(LIFE).getEpochSecond();
        byte[] payload = String.join(
                        SEPARATOR,
                        purpose.name(),
                        actionItem,
                        person,
                        String.valueOf(dueDateCycle),
                        String.valueOf(expires))
                .getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return properties.link(
                "/links/" + base64.encodeToString(payload) + "." + base64.encodeToString(signature(payload)));
    }

    /**
     * Reads a link.
     *
     * @throws NotFoundException when it was not made here or is too old
     */
    public ActionLink read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            throw unknown();
        }
        byte[] payload;
        byte[] signature;
        try {
            payload = Base64.getUrlDecoder().decode(token.substring(0, dot));
            signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        if (!MessageDigest.isEqual(signature, signature(payload))) {
            throw unknown();
        }
        String[] fields = new String(payload, StandardCharsets.UTF_8).split(SEPARATOR, FIELDS);
        Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(fields[4]));
        if (!clock.instant().isBefore(expiresAt)) {
            throw new NotFoundException("This link is too old: links of a message work for " + LIFE.toDays()
                    + " days. Log in and open " + fields[1] + " instead.");
        }
        return new ActionLink(
                LinkPurpose.valueOf(fields[0]),
                fields[1],
                fields[2],
                Integer.parseInt(fields[3]),
                expiresAt,
                HexFormat.of().formatHex(signature));
    }

    /** Whether it was used already. */
    public boolean isUsed(ActionLink link) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from used_link where signature = ?)", Boolean.class, link.signature()));
    }

    /**
     * Uses a link up, in the transaction of what it is used for.
     *
     * @throws ConflictException when it was used before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(ActionLink link) {
        int used = jdbc.update(
                "insert into used_link (signature, used_by, used_at) values (?, ?, ?) on conflict do nothing",
                link.signature(),
                link.person(),
                Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)));
        if (used == 0) {
            throw new ConflictException("This link was used before. Log in to change " + link.actionItem() + " again.");
        }
    }

    /** Text with its links made useless, for readers who are not meant by them. */
    static String withoutLinks(String text) {
        return text.replaceAll("/links/[A-Za-z0-9_.-]+", "/links/only-for-its-reader");
    }

    private byte[] signature(byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made when first needed; the same for all nodes and after every restart. */
    private byte[] key() {
        return jdbc
                .query("select value from setting where name = ?", (row, number) -> row.getString("value"), KEY)
                .stream()
                .findFirst()
                .map(Base64.getDecoder()::decode)
                .orElseGet(this::newKey);
    }

    private byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        jdbc.update(
                "insert into setting (name, value) values (?, ?) on conflict do nothing",
                KEY,
                Base64.getEncoder().encodeToString(key));
        return key();
    }

    private static NotFoundException unknown() {
        return new NotFoundException("This link is damaged or was never sent. Copy the whole address, or log in.");
    }
}
