package io.plumbline.salesforce.auth;

import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads the private key of the app's certificate; read anew for every sign-in, so that it can be exchanged. */
final class PemKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private PemKey() {}

    /** @throws SalesforceFailedException when the file does not hold such a key, in words that say how to make one */
    static PrivateKey read(Path file) {
        String pem;
        try {
            pem = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw refused(file, "cannot be read", "Check the path and that this process may read the file.", null);
        }
        if (pem.contains("BEGIN ENCRYPTED PRIVATE KEY")) {
            throw refused(file, "is encrypted", "Decrypt it with: openssl pkcs8 -in KEY -out KEY.pk8", null);
        }
        if (pem.contains("BEGIN RSA PRIVATE KEY")) {
            throw refused(
                    file,
                    "is in the older PKCS#1 form",
                    "Convert it with: openssl pkcs8 -topk8 -nocrypt -in KEY -out KEY.pk8",
                    null);
        }
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw refused(
                    file,
                    "holds no private key",
                    "It must be the PEM file of the key, which begins with " + BEGIN + ", not the certificate.",
                    null);
        }
        try {
            byte[] key = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused(file, "is no RSA key in PKCS#8 form", "Make one with: openssl genrsa 2048", e);
        }
    }

    /** Another number when the file holds something else; 0 when it cannot be read. */
    static long fingerprint(Path file) {
        try {
            CRC32 sum = new CRC32();
            sum.update(Files.readAllBytes(file));
            return sum.getValue();
        } catch (IOException e) {
            return 0;
        }
    }

    private static SalesforceFailedException refused(
            Path file, String problem, String advice, @Nullable Throwable cause) {
        return new SalesforceFailedException(
                new SalesforceFailure.SignInRefused("The key file " + file + " " + problem + ".", advice), cause);
    }
}
