package io.plumbline.dossier.similarity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one or more plans say under the same section, to the letter.
 *
 * <p>Of its holders only two matter: the first by Id, and the first that is no kin of that one. For whoever holds it, one of
 * the two is another customer, if there is any.
 */
final class Content {

    private final long identity;
    private final int[] bands;
    private Holder first;
    private @Nullable Holder stranger;
    private @Nullable Shingles shingles;
    private @Nullable Likeness nearest;

    Content(Signature signature, Holder holder) {
        this.identity = signature.identity();
        this.bands = signature.bands();
        this.first = holder;
    }

    long identity() {
        return identity;
    }

    void heldBy(Holder holder) {
        if (holder.accountId().compareTo(first.accountId()) < 0) {
            stranger = holder.isKinOf(first) ? stranger : first;
            first = holder;
        } else if (!holder.isKinOf(first)
                && (stranger == null || holder.accountId().compareTo(stranger.accountId()) < 0)) {
            stranger = holder;
        }
    }

    /** An account that is sure to hold it. */
    Holder holder() {
        return first;
    }

    /** The first who holds it and is another customer than this one. */
    Optional<Holder> holderBeside(Holder asking) {
        return asking.isKinOf(first) ? Optional.ofNullable(stranger) : Optional.of(first);
    }

    /** Whether one customer alone holds it, so that something else may be the most alike. */
    boolean isOnes() {
        return stranger == null;
    }

    boolean agreesIn(int band, Content other) {
        return bands[band] == other.bands[band];
    }

    int band(int band) {
        return bands[band];
    }

    void read(Shingles said) {
        shingles = said;
    }

    void forget() {
        shingles = null;
    }

    /** Takes note on both sides of how alike they are, if at least as much as the threshold and more than all before. */
    void meet(Content other, double threshold) {
        if (shingles == null || other.shingles == null || shingles.similarityAtMost(other.shingles) < threshold) {
            return;
        }
        double similarity = shingles.similarity(other.shingles);
        if (similarity >= threshold) {
            see(other, similarity);
            other.see(this, similarity);
        }
    }

    private void see(Content other, double similarity) {
        Optional<Likeness> found =
                isOnes() ? other.holderBeside(first).map(holder -> new Likeness(similarity, holder)) : Optional.empty();
        if (found.isPresent() && (nearest == null || found.get().isBefore(nearest))) {
            nearest = found.get();
        }
    }

    /** Whether a meeting of the two could tell either of them something. */
    boolean concerns(Content other) {
        return isOnes() && other.holderBeside(first).isPresent()
                || other.isOnes() && holderBeside(other.first).isPresent();
    }

    boolean isCopied() {
        return !isOnes() || nearest != null;
    }

    /** What is to be told to one who holds it. */
    Optional<Likeness> likeness(Holder asking) {
        return isOnes() ? Optional.ofNullable(nearest) : holderBeside(asking).map(other -> new Likeness(1, other));
    }
}
