package io.plumbline.assess.explanation;

import io.plumbline.config.policy.Curve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes what the rules compute with, as they compute it. Switched off, as it is on every nightly run, it does nothing.
 *
 * <p>Works like a pile: a rule takes a {@link #mark()}, lays down its inputs, and {@link #fold} puts the number it made of
 * all inputs since the mark in their place. A judge then files what lies there under the name the assessment gives it. Of one
 * assessment only.
 */
public final class Trace {

    private static final Trace OFF = new Trace(false);

    private final boolean on;
    private final List<Explained> pile = new ArrayList<>();
    private final Map<String, Explained> single = new LinkedHashMap<>();
    private final Map<String, Map<String, Explained>> grouped = new LinkedHashMap<>();

    private Trace(boolean on) {
        this.on = on;
    }

    /** Notes nothing; one for all. */
    public static Trace off() {
        return OFF;
    }

    public static Trace on() {
        return new Trace(true);
    }

    /** Whether anything is noted: for what would cost time only to be forgotten. */
    public boolean isOn() {
        return on;
    }

    /** Where the inputs that are laid from now on begin. */
    public int mark() {
        return on ? pile.size() : 0;
    }

    /** For the ids of records. */
    public Records records() {
        return on ? Records.kept() : Records.FORGOTTEN;
    }

    /** An input that stands so in dossier or policy. */
    public void given(String name, double value) {
        if (on) {
            given(name, (Double) value);
        }
    }

    /** An input that stands so in dossier or policy; null when it is absent there. */
    public void given(String name, @Nullable Object value) {
        if (on) {
            pile.add(Explained.of(name, value, Combination.GIVEN, List.of()));
        }
    }

    /** An input that stands so in these records. */
    public void given(String name, double value, Records records) {
        if (on) {
            pile.add(Explained.of(name, value, Combination.GIVEN, List.of()).with(records.ids()));
        }
    }

    /** An input that stands so in a record. */
    public void term(String name, double value, @Nullable String id) {
        if (on) {
            List<@Nullable String> ids = new ArrayList<>();
            ids.add(id);
            pile.add(Explained.of(name, value, Combination.GIVEN, List.of()).with(ids));
        }
    }

    /** How many records there are. */
    public void count(String name, double value, Records records) {
        if (on) {
            pile.add(Explained.of(name, value, Combination.COUNT, List.of()).with(records.ids()));
        }
    }

    /** Lays a number that is explained elsewhere. */
    public void see(String path, String name, @Nullable Object value) {
        if (on) {
            pile.add(Explained.of(name, value, Combination.SEE, List.of()).pointingTo(path));
        }
    }

    /** Lays a number that is explained elsewhere as the member {@code id} of a group. */
    public void seeMember(String group, String id, @Nullable Object value) {
        if (on) {
            see(group + "." + id, id, value);
        }
    }

    /** The weight of what was laid last. */
    public void weigh(double weight) {
        if (on) {
            pile.add(pile.removeLast().weighing(weight));
        }
    }

    /** The records of what was laid last. */
    public void from(Records records) {
        if (on) {
            pile.add(pile.removeLast().with(records.ids()));
        }
    }

    /** The number made of everything since the mark takes its place. */
    public void fold(int mark, Combination how, String name, double value) {
        if (on) {
            fold(mark, how, name, (Double) value);
        }
    }

    /** What was made of everything since the mark takes its place. */
    public void fold(int mark, Combination how, String name, @Nullable Object value) {
        if (on) {
            pile.add(made(mark, how, name, value));
        }
    }

    /** The score that the curve gives the x laid last. */
    public void curve(int mark, Curve curve, double x, String name, double score) {
        if (on) {
            pile.add(made(mark, Combination.CURVE, name, score).along(curve.segment(x)));
        }
    }

    /** Takes what was laid last, to {@link #lay} it where it is used; null while switched off. */
    public @Nullable Explained take() {
        return on ? pile.removeLast() : null;
    }

    /** Lays what was taken. */
    public void lay(@Nullable Explained taken) {
        if (on && taken != null) {
            pile.add(taken);
        }
    }

    /** Files what everything since the mark makes, under a key of the assessment. */
    public void file(int mark, Combination how, String key, @Nullable Object value) {
        if (on) {
            single.put(key, made(mark, how, key, value));
        }
    }

    /** Files what everything since the mark makes, under a key of the assessment and an id within. */
    public void file(int mark, Combination how, String group, String id, @Nullable Object value) {
        if (on) {
            members(group).put(id, made(mark, how, id, value));
        }
    }

    /** Files what was laid last, under a key of the assessment and an id within. */
    public void file(String group, String id) {
        if (on) {
            members(group).put(id, pile.removeLast());
        }
    }

    public Explanation explanation() {
        return new Explanation(single, grouped);
    }

    private Map<String, Explained> members(String group) {
        return grouped.computeIfAbsent(group, key -> new LinkedHashMap<>());
    }

    private Explained made(int mark, Combination how, String name, @Nullable Object value) {
        List<Explained> inputs = pile.subList(mark, pile.size());
        Explained made = Explained.of(name, value, how, inputs);
        inputs.clear();
        return made;
    }
}
