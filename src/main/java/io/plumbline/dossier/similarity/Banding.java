package io.plumbline.dossier.similarity;

/**
 * How the least hashes of a section are put together into bands, so that two sections which are similar enough agree in at
 * least one band.
 *
 * <p>Two sets of similarity s have the same least value under a hash function with probability s, so they agree in none of b
 * bands of r values with probability {@code (1 - s^r)^b}. Of the pairs at the threshold no more than one in two thousand may
 * be missed, of those above it fewer. Long bands keep apart what is less similar and cost more hash functions, so they are as
 * long as fits.
 *
 * @param bands how many
 * @param rows hash functions per band
 */
record Banding(int bands, int rows) {

    private static final double MISSED = 0.0005;
    private static final int FUNCTIONS = 128;

    /** Below a threshold of 0.058 the hash functions do not suffice for what is promised, and more may be missed. */
    static Banding forThreshold(double threshold) {
        int rows = 1;
        while (bands(threshold, rows + 1) * (rows + 1) <= FUNCTIONS) {
            rows++;
        }
        return new Banding((int) Math.min(FUNCTIONS, bands(threshold, rows)), rows);
    }

    private static double bands(double threshold, int rows) {
        return Math.max(1, Math.ceil(Math.log(MISSED) / Math.log1p(-Math.pow(threshold, rows))));
    }

    /** With which probability two sections of this similarity agree in a band. */
    double found(double similarity) {
        return 1 - Math.pow(1 - Math.pow(similarity, rows), bands);
    }

    int[] of(Shingles shingles) {
        int[] hashes = new int[bands];
        for (int band = 0; band < bands; band++) {
            long hash = band;
            for (int row = 0; row < rows; row++) {
                hash = Hashing.then(hash, shingles.least(Hashing.mixed((long) band * rows + row)));
            }
            hashes[band] = (int) hash;
        }
        return hashes;
    }
}
