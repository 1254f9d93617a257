package io.plumbline.dossier.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The pairs among the contents of one section that are worth to be compared: those that agree in a band.
 *
 * <p>Where very many agree in a band, as when a whole org fills in one form, comparing each with each would take a time that
 * grows with their square. These are put in the order of the bands that follow, which brings together those that agree in
 * several, and each meets only those that come next in every band that it shares.
 */
final class Neighbours {

    /** So many are compared each with each. */
    private static final int FEW = 32;

    /** So many that come next are met in a crowd. */
    private static final int NEXT = 8;

    /** So many bands that follow make the order of a crowd. */
    private static final int FOLLOWING = 4;

    private static final long LOW = 0xFFFFFFFFL;

    private final Banding banding;
    private final List<Content> contents;
    private final List<BitSet> crowded = new ArrayList<>();

    Neighbours(Banding banding, List<Content> contents) {
        this.banding = banding;
        this.contents = contents;
    }

    /** Each pair once, unless it is crowded; always the same pairs for the same contents in the same order. */
    void each(BiConsumer<Content, Content> pair) {
        for (int band = 0; band < banding.bands(); band++) {
            crowded.add(new BitSet());
            long[] byHash = byHash(band);
            for (int from = 0; from < byHash.length; ) {
                int to = from + 1;
                while (to < byHash.length && byHash[to] >>> 32 == byHash[from] >>> 32) {
                    to++;
                }
                agreeing(band, byHash, from, to, pair);
                from = to;
            }
        }
        crowded.clear();
    }

    /** The hash of the band above, the index of the content below. */
    private long[] byHash(int band) {
        long[] keys = new long[contents.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) contents.get(i).band(band) << 32 | i;
        }
        Arrays.sort(keys);
        return keys;
    }

    private void agreeing(int band, long[] byHash, int from, int to, BiConsumer<Content, Content> pair) {
        if (to - from == 1) {
            return;
        }
        List<Integer> agreeing = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            agreeing.add((int) (byHash[i] & LOW));
        }
        boolean isCrowd = agreeing.size() > FEW;
        if (isCrowd) {
            agreeing.forEach(crowded.get(band)::set);
            agreeing.sort(byBandsAfter(band));
        }
        for (int i = 0; i < agreeing.size(); i++) {
            int end = isCrowd ? Math.min(agreeing.size(), i + 1 + NEXT) : agreeing.size();
            for (int next = i + 1; next < end; next++) {
                meet(band, agreeing.get(i), agreeing.get(next), pair);
            }
        }
    }

    private void meet(int band, int one, int two, BiConsumer<Content, Content> pair) {
        Content first = contents.get(one);
        Content second = contents.get(two);
        if (!first.concerns(second)) {
            return;
        }
        for (int earlier = 0; earlier < band; earlier++) {
            if (first.agreesIn(earlier, second) && !crowded.get(earlier).get(one)) {
                return;
            }
        }
        pair.accept(first, second);
    }

    private Comparator<Integer> byBandsAfter(int band) {
        return (one, two) -> {
            for (int step = 1; step <= FOLLOWING; step++) {
                int next = (band + step) % banding.bands();
                int order = Integer.compare(
                        contents.get(one).band(next), contents.get(two).band(next));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(one, two);
        };
    }
}
