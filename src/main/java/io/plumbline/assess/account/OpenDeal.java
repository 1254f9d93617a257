package io.plumbline.assess.account;

import io.plumbline.dossier.Opportunity;

/**
 * An open opportunity with what the rules ask of it.
 *
 * @param probability 0 to 100
 * @param idleDays days since the last activity, or since it was created
 * @param overdue whether its close date is past
 * @param expected amount by probability and by the factors of commitment
 */
public record OpenDeal(
        Opportunity opportunity,
        double amount,
        double probability,
        double pushes,
        long idleDays,
        boolean overdue,
        boolean renewal,
        double expected) {}
