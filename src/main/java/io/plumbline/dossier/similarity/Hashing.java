package io.plumbline.dossier.similarity;

/**
 * Hashes of 64 bits, the same on every machine and in every run. Two different ones of the million sections of a large org
 * share one with a probability below one in a million; they count as equal.
 */
final class Hashing {

    private static final long FNV_PRIME = 0x100000001B3L;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hashing() {}

    static long of(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /** The hash of a sequence that goes on with one more. */
    static long then(long sequence, long next) {
        return mixed(sequence * GOLDEN + next);
    }

    /** The finalizer of SplitMix64: every bit of the result hangs on every bit of the number. */
    static long mixed(long number) {
        long hash = number + GOLDEN;
        hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
        return hash ^ hash >>> 31;
    }
}
