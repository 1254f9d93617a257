package io.plumbline.dossier.similarity;

import io.plumbline.dossier.text.Word;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What a section says as a set: every run of five words of its text and of each of its items. A text or item of fewer than
 * five is one run as it is. The order of items makes no difference.
 */
final class Shingles {

    private static final double WORDS = 5;

    /** So that five times a fifth is one. */
    private static final double ROUNDING = 1e-9;

    private final long[] sorted;
    private final long identity;

    private Shingles(long[] sorted) {
        this.sorted = sorted;
        long hash = sorted.length;
        for (long shingle : sorted) {
            hash = Hashing.then(hash, shingle);
        }
        this.identity = hash;
    }

    static Shingles of(List<String> content, double charactersPerWord) {
        LongStream.Builder shingles = LongStream.builder();
        for (String part : content) {
            add(Word.of(part, charactersPerWord), shingles);
        }
        return new Shingles(distinct(shingles.build().toArray()));
    }

    private static long[] distinct(long[] shingles) {
        Arrays.sort(shingles);
        int count = 0;
        for (int i = 0; i < shingles.length; i++) {
            if (i == 0 || shingles[i] != shingles[i - 1]) {
                shingles[count++] = shingles[i];
            }
        }
        return Arrays.copyOf(shingles, count);
    }

    private static void add(List<Word> words, LongStream.Builder shingles) {
        long[] hashes =
                words.stream().mapToLong(word -> Hashing.of(word.text())).toArray();
        for (int start = 0; start < hashes.length; start++) {
            long hash = 0;
            double length = 0;
            int end = start;
            while (end < hashes.length && length < WORDS - ROUNDING) {
                hash = Hashing.then(hash, hashes[end]);
                length += words.get(end).share();
                end++;
            }
            boolean isWhole = length >= WORDS - ROUNDING;
            if (isWhole || start == 0) {
                shingles.add(hash);
            }
            if (!isWhole) {
                return;
            }
        }
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    int size() {
        return sorted.length;
    }

    /** The same for the same shingles. */
    long identity() {
        return identity;
    }

    /** How many are in both, over how many are in either. */
    double similarity(Shingles other) {
        int both = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < sorted.length && theirs < other.sorted.length) {
            int order = Long.compare(sorted[mine], other.sorted[theirs]);
            both += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        int either = sorted.length + other.sorted.length - both;
        return either == 0 ? 0 : (double) both / either;
    }

    /** The most that the similarity could be, by their numbers alone. */
    double similarityAtMost(Shingles other) {
        return (double) Math.min(size(), other.size()) / Math.max(1, Math.max(size(), other.size()));
    }

    /** Their least value under one of many hash functions. */
    int least(long function) {
        long least = Long.MAX_VALUE;
        for (long shingle : sorted) {
            least = Math.min(least, Hashing.mixed(shingle ^ function));
        }
        return (int) (least >>> 20);
    }
}
