package io.followthrough.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class BcryptPasswordsTest {

    private static final int CHEAPEST = 4;

    private final CountingEncoder encoder = new CountingEncoder();
    private long nanos;
    private final BcryptPasswords passwords = new BcryptPasswords(encoder, () -> nanos);
    private final String stored = passwords.encrypt("right");

    @Test
    void paysForARightPasswordOnceAMinute() {
        assertThat(passwords.check("right", stored)).isTrue();
        nanos = Duration.ofSeconds(59).toNanos();
        assertThat(passwords.check("right", stored)).isTrue();
        assertThat(encoder.matched).isEqualTo(1);

        nanos = Duration.ofSeconds(60).toNanos();
        assertThat(passwords.check("right", stored)).isTrue();

        assertThat(encoder.matched).isEqualTo(2);
    }

    @Test
    void neverTakesAWrongPasswordWhateverItHasSeen() {
        passwords.check("right", stored);

        assertThat(passwords.check("wrong", stored)).isFalse();
        assertThat(passwords.check("wrong", stored)).isFalse();
        assertThat(encoder.matched).isEqualTo(3);
    }

    @Test
    void forgetsAPasswordAtOnceWhenAnotherIsStored() {
        passwords.check("right", stored);
        String changed = passwords.encrypt("other");

        assertThat(passwords.check("right", changed)).isFalse();
        assertThat(passwords.check("other", changed)).isTrue();
    }

    private static class CountingEncoder implements PasswordEncoder {

        private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(CHEAPEST);
        private int matched;

        @Override
        public String encode(CharSequence password) {
            return bcrypt.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String stored) {
            matched++;
            return bcrypt.matches(password, stored);
        }
    }
}
