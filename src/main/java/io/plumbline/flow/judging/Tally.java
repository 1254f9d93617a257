package io.plumbline.flow.judging;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.SyncSummary.NeedsAttention;
import io.plumbline.journal.Standing;
import io.plumbline.journal.Standings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts verdicts, and keeps the few accounts that need attention most. */
public final class Tally {

    private static final int SHOWN = 3;

    private final Map<Band, Integer> bands = new EnumMap<>(Band.class);
    private final Map<ClockVerdict, Integer> currencies = new EnumMap<>(ClockVerdict.class);
    private final List<Standing> first = new ArrayList<>();
    private int accounts;
    private int judgedBefore;

    Tally() {
        for (Band band : Band.values()) {
            bands.put(band, 0);
        }
        for (ClockVerdict verdict : ClockVerdict.values()) {
            currencies.put(verdict, 0);
        }
    }

    /** All accounts of an org as they are remembered. */
    static Tally of(Standings standings, RecordId org) {
        Tally tally = new Tally();
        standings.alike(org).forEach(tally::count);
        tally.first.addAll(standings.foremost(org, Band.INSUFFICIENT.name(), SHOWN));
        return tally;
    }

    /** Counts an account as it comes. */
    void add(Standing account) {
        count(new Standing.Alike(account.band(), account.planCurrency(), account.judgedBefore(), 1));
        if (account.attention() == null
                || account.why().isEmpty()
                || account.band().equals(Band.INSUFFICIENT.name())) {
            return;
        }
        first.add(account);
        first.sort(Comparator.comparingDouble(Tally::attention).reversed());
        if (first.size() > SHOWN) {
            first.removeLast();
        }
    }

    private void count(Standing.Alike alike) {
        accounts += alike.accounts();
        judgedBefore += alike.judgedBefore() ? alike.accounts() : 0;
        bands.merge(Band.valueOf(alike.band()), alike.accounts(), Integer::sum);
        currencies.merge(ClockVerdict.valueOf(alike.planCurrency()), alike.accounts(), Integer::sum);
    }

    private static double attention(Standing account) {
        return Objects.requireNonNullElse(account.attention(), 0.0);
    }

    public int accounts() {
        return accounts;
    }

    /** Of how many of them Salesforce held an earlier verdict of ours. */
    int judgedBefore() {
        return judgedBefore;
    }

    public Map<Band, Integer> bands() {
        return Map.copyOf(bands);
    }

    public Map<ClockVerdict, Integer> currencies() {
        return Map.copyOf(currencies);
    }

    /** Those that need attention most, the first first. */
    public List<NeedsAttention> first() {
        return first.stream()
                .map(account -> new NeedsAttention(
                        account.name(),
                        account.ownerName(),
                        Band.valueOf(account.band()),
                        account.health(),
                        ClockVerdict.valueOf(account.planCurrency()),
                        account.why(),
                        account.next()))
                .toList();
    }
}
