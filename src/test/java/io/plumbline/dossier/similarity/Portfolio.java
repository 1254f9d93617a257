package io.plumbline.dossier.similarity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** The sections of made-up plans, some of them written from others. */
final class Portfolio implements PlanSections {

    record Entry(Holder holder, String section, List<String> content) {}

    private static final String[] SYLLABLES = {"ba", "ko", "lu", "mi", "ra", "se", "to", "vi", "no", "pe"};

    private final List<Entry> entries = new ArrayList<>();
    private int readings;

    static Holder account(int number) {
        String id = "%05d".formatted(number);
        return new Holder(id, "Account " + number, id);
    }

    static Holder account(int number, String family) {
        return new Holder("%05d".formatted(number), "Account " + number, family);
    }

    Portfolio with(Holder holder, String section, String... content) {
        entries.add(new Entry(holder, section, List.of(content)));
        return this;
    }

    /** As many plans, of which a share is another one with some words changed. */
    static Portfolio random(long seed, int plans, double copied) {
        Random random = new Random(seed);
        Portfolio portfolio = new Portfolio();
        List<List<String>> written = new ArrayList<>();
        for (int plan = 0; plan < plans; plan++) {
            List<String> words = written.isEmpty() || random.nextDouble() >= copied
                    ? words(random, 20 + random.nextInt(60))
                    : rewritten(random, written.get(random.nextInt(written.size())));
            written.add(words);
            // A tenth are subsidiaries of the account before.
            Holder holder = plan > 0 && random.nextInt(10) == 0
                    ? account(plan, portfolio.entries.getLast().holder().family())
                    : account(plan);
            portfolio.with(holder, "industry", String.join(" ", words));
        }
        return portfolio;
    }

    private static List<String> rewritten(Random random, List<String> words) {
        List<String> other = new ArrayList<>(words);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            other.set(random.nextInt(other.size()), word(random));
        }
        for (int cut = random.nextInt(5); cut > 0 && other.size() > 10; cut--) {
            other.removeLast();
        }
        return other;
    }

    static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(word(random));
        }
        return words;
    }

    private static String word(Random random) {
        return SYLLABLES[random.nextInt(10)] + SYLLABLES[random.nextInt(10)] + SYLLABLES[random.nextInt(10)];
    }

    Portfolio shuffled(long seed) {
        Portfolio other = new Portfolio();
        other.entries.addAll(entries);
        Collections.shuffle(other.entries, new Random(seed));
        return other;
    }

    List<Entry> entries() {
        return entries;
    }

    int readings() {
        return readings;
    }

    @Override
    public void read(Predicate<String> accounts, Visitor visitor) {
        readings++;
        for (Entry entry : entries) {
            if (accounts.test(entry.holder().accountId())) {
                visitor.visit(entry.holder(), entry.section(), entry.content());
            }
        }
    }
}
