package io.plumbline.salesforce.bulk;

import io.plumbline.salesforce.call.Pause;
import java.time.Duration;

/**
 * How jobs are run.
 *
 * @param jobPatience how long a job may take before it is given up (trap D7)
 * @param attempts how often a job is made anew when one is stuck or broken, and a call repeated that fails in passing
 * @param rowsAPage most rows of one page of a result; 0 leaves it to the server
 * @param rowsAtOnce how many rows are handed on together
 * @param longestPage most bytes of one page, inflated; Salesforce itself stops at 1 GB (trap L3)
 * @param uploadBytes most bytes of the CSV of one job; Salesforce takes 150 MB in base64
 * @param pause the wait between two looks at a job
 */
public record BulkSettings(
        Duration jobPatience,
        int attempts,
        int rowsAPage,
        int rowsAtOnce,
        long longestPage,
        int uploadBytes,
        Pause pause) {

    private static final int MOST_UPLOAD = 100_000_000;

    public BulkSettings {
        if (attempts < 1 || rowsAPage < 0 || rowsAtOnce < 1 || longestPage < 1) {
            throw new IllegalArgumentException("at least one attempt, one row at once and one byte");
        }
        if (uploadBytes < 1 || uploadBytes > MOST_UPLOAD) {
            throw new IllegalArgumentException("an upload has 1 to " + MOST_UPLOAD + " bytes, not " + uploadBytes);
        }
    }

    public static BulkSettings standard() {
        return new BulkSettings(
                Duration.ofHours(2), 3, 0, 500, 1_100_000_000L, 50_000_000, time -> Thread.sleep(time.toMillis()));
    }

    public BulkSettings withPause(Pause other) {
        return new BulkSettings(jobPatience, attempts, rowsAPage, rowsAtOnce, longestPage, uploadBytes, other);
    }

    public BulkSettings withAttempts(int number) {
        return new BulkSettings(jobPatience, number, rowsAPage, rowsAtOnce, longestPage, uploadBytes, pause);
    }

    public BulkSettings withRowsAPage(int rows) {
        return new BulkSettings(jobPatience, attempts, rows, rowsAtOnce, longestPage, uploadBytes, pause);
    }

    public BulkSettings withRowsAtOnce(int rows) {
        return new BulkSettings(jobPatience, attempts, rowsAPage, rows, longestPage, uploadBytes, pause);
    }

    public BulkSettings withUploadBytes(int bytes) {
        return new BulkSettings(jobPatience, attempts, rowsAPage, rowsAtOnce, longestPage, bytes, pause);
    }

    public BulkSettings withLongestPage(long bytes) {
        return new BulkSettings(jobPatience, attempts, rowsAPage, rowsAtOnce, bytes, uploadBytes, pause);
    }
}
