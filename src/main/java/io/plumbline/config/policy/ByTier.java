package io.plumbline.config.policy;

import java.util.function.Function;

/** A value of the policy for each of the three tiers of accounts. */
public record ByTier<T>(T one, T two, T three) {

    /** The same value whatever the tier. */
    public static <T> ByTier<T> same(T value) {
        return new ByTier<>(value, value, value);
    }

    /** @throws IllegalArgumentException when the tier is not 1, 2 or 3 */
    public T get(int tier) {
        return switch (tier) {
            case 1 -> one;
            case 2 -> two;
            case 3 -> three;
            default -> throw new IllegalArgumentException("There is no tier " + tier);
        };
    }

    public <R> ByTier<R> map(Function<T, R> function) {
        return new ByTier<>(function.apply(one), function.apply(two), function.apply(three));
    }
}
