package io.followthrough.platform.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Stores passwords as bcrypt hashes, in place of the engine's one round of SHA-512. */
class BcryptPasswords implements PasswordEncryptor {

    private final PasswordEncoder bcrypt;
    private final VerifiedPasswords verified;

    BcryptPasswords() {
        this(new BCryptPasswordEncoder(), System::nanoTime);
    }

    BcryptPasswords(PasswordEncoder bcrypt, LongSupplier nanoTime) {
        this.bcrypt = bcrypt;
        this.verified = new VerifiedPasswords(nanoTime);
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(shorten(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        if (verified.contains(password, encrypted)) {
            return true;
        }
        boolean right = bcrypt.matches(shorten(password), encrypted);
        if (right) {
            verified.add(password, encrypted);
        }
        return right;
    }

    /** The name becomes part of what is stored, so that it must never change. */
    @Override
    public String hashAlgorithmName() {
        return "BCRYPT";
    }

    /** Bcrypt takes 72 bytes at most, and the engine has already put a salt of 24 behind the password. */
    private static String shorten(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
