package io.plumbline.assess.account;

import org.jspecify.annotations.Nullable;

/** Amounts: absent or negative counts as 0 (model section 0). */
public final class Money {

    private Money() {}

    public static double of(@Nullable Double amount) {
        return amount == null || amount < 0 ? 0 : amount;
    }
}
