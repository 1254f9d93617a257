package io.plumbline.ops.api.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token as its bearer shows it: its number, by which it is found, and 256 random bits that prove it. Never printed but
 * by {@link #reveal}.
 */
public final class TokenText {

    private static final int BYTES = 32;

    /** The random part is 32 bytes in Base64 for URLs, without padding. */
    private static final Pattern FORM = Pattern.compile("plumbline_([1-9][0-9]{0,17})_([A-Za-z0-9_-]{43})");

    private final long id;
    private final String secret;

    private TokenText(long id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    /** Empty for anything that is not of the form. */
    public static Optional<TokenText> parse(String text) {
        Matcher match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new TokenText(Long.parseLong(match.group(1)), match.group(2)))
                : Optional.empty();
    }

    static String newSecret(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static TokenText of(long id, String secret) {
        return new TokenText(id, secret);
    }

    /** So much chance needs no salt and no slow digest: there is nothing to guess. */
    static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    long id() {
        return id;
    }

    /** Takes as long for a wrong digest as for the right one. */
    boolean hasDigest(String kept) {
        return MessageDigest.isEqual(
                digest(secret).getBytes(StandardCharsets.US_ASCII), kept.getBytes(StandardCharsets.US_ASCII));
    }

    /** The text itself, for the one place that shows it once. */
    public String reveal() {
        return "plumbline_" + id + "_" + secret;
    }

    @Override
    public String toString() {
        return "(token " + id + ")";
    }
}
