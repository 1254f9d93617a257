package io.plumbline.flow.judging;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Finding;
import io.plumbline.flow.SyncSummary.NeedsAttention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts verdicts as they come, and keeps the few accounts that need attention most. */
public final class Tally {

    private static final int SHOWN = 3;

    private final Map<Band, Integer> bands = new EnumMap<>(Band.class);
    private final Map<ClockVerdict, Integer> currencies = new EnumMap<>(ClockVerdict.class);
    private final List<Ranked> first = new ArrayList<>();
    private int accounts;

    private record Ranked(double attention, NeedsAttention account) {}

    Tally() {
        for (Band band : Band.values()) {
            bands.put(band, 0);
        }
        for (ClockVerdict verdict : ClockVerdict.values()) {
            currencies.put(verdict, 0);
        }
    }

    void add(Assessment assessment, String account, String owner) {
        accounts++;
        bands.merge(assessment.health().band(), 1, Integer::sum);
        currencies.merge(assessment.currency().verdict(), 1, Integer::sum);
        Double attention = assessment.money().attention();
        if (attention == null
                || assessment.findings().isEmpty()
                || assessment.health().band() == Band.INSUFFICIENT) {
            return;
        }
        Finding worst = whatCostsMost(assessment);
        first.add(new Ranked(
                attention,
                new NeedsAttention(
                        account,
                        owner,
                        assessment.health().band(),
                        assessment.health().written(),
                        assessment.currency().verdict(),
                        worst.message(),
                        worst.remedy())));
        first.sort(Comparator.comparingDouble(Ranked::attention).reversed());
        if (first.size() > SHOWN) {
            first.removeLast();
        }
    }

    /** The finding behind the reason that costs health most; else the most severe one. */
    private static Finding whatCostsMost(Assessment assessment) {
        return assessment.reasons().stream()
                .flatMap(reason -> assessment.findings().stream()
                        .filter(finding -> finding.id().equals(reason.measure())))
                .findFirst()
                .orElseGet(() -> assessment.findings().getFirst());
    }

    public int accounts() {
        return accounts;
    }

    public Map<Band, Integer> bands() {
        return Map.copyOf(bands);
    }

    public Map<ClockVerdict, Integer> currencies() {
        return Map.copyOf(currencies);
    }

    /** Those that need attention most, the first first. */
    public List<NeedsAttention> first() {
        return first.stream().map(Ranked::account).toList();
    }
}
