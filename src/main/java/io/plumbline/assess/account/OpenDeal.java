package io.plumbline.assess.account;

import io.plumbline.assess.explanation.Explained;
import io.plumbline.dossier.Opportunity;
import org.jspecify.annotations.Nullable;

/**
 * An open opportunity with what the rules ask of it.
 *
 * @param probability 0 to 100
 * @param idleDays days since the last activity, or since it was created
 * @param overdue whether its close date is past
 * @param expected amount by probability and by the factors of commitment
 * @param explained what the expected value comes from; null unless somebody wants to know
 */
public record OpenDeal(
        Opportunity opportunity,
        double amount,
        double probability,
        double pushes,
        long idleDays,
        boolean overdue,
        boolean renewal,
        double expected,
        @Nullable Explained explained) {}
