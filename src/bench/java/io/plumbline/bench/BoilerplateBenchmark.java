package io.plumbline.bench;

import io.plumbline.config.Configuration;
import io.plumbline.config.policy.ThoroughnessPolicy;
import io.plumbline.dossier.similarity.Boilerplate;
import io.plumbline.dossier.similarity.BoilerplateSearch;
import io.plumbline.dossier.similarity.Holder;
import io.plumbline.dossier.similarity.PlanSections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one search for boilerplate takes in a heap of half a gibibyte. Every plan has all sections of the shipped policy,
 * of 30 to 120 words each, made while they are read, so that the heap holds what the search holds and nothing else.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
@State(Scope.Benchmark)
public class BoilerplateBenchmark {

    private static final int VOCABULARY = 20_000;

    /** How the org writes its plans. */
    public enum Habit {
        /** A tenth of the sections are copied, half of these with two words less. */
        SOME_COPY,
        /** Half are. */
        HALF_COPY,
        /** The worst there is: everybody fills in the same form, and enters no more than the customer's name. */
        ONE_FORM
    }

    @Param("20000")
    public int plans;

    @Param
    public Habit habit;

    private final Configuration shipped = Configuration.shipped();
    private final List<String> sections = shipped.policy().thoroughness().sections().stream()
            .map(ThoroughnessPolicy.Section::id)
            .toList();

    @Benchmark
    public Boilerplate search() {
        return new BoilerplateSearch(shipped.policy().text()).in((PlanSections) this::read);
    }

    private void read(Predicate<String> accounts, PlanSections.Visitor visitor) {
        for (int plan = 0; plan < plans; plan++) {
            String id = "001%015d".formatted(plan);
            if (accounts.test(id)) {
                Holder holder = new Holder(id, "Account " + plan, id);
                for (int section = 0; section < sections.size(); section++) {
                    visitor.visit(holder, sections.get(section), List.of(text(plan, section)));
                }
            }
        }
    }

    private String text(int plan, int section) {
        SplittableRandom choice = new SplittableRandom(-31L * plan - section - 1);
        return switch (habit) {
            case ONE_FORM -> "Customer number" + plan + " " + words(0, section, 0);
            case SOME_COPY -> copyOrNot(0.1, choice, plan, section);
            case HALF_COPY -> copyOrNot(0.5, choice, plan, section);
        };
    }

    private static String copyOrNot(double share, SplittableRandom choice, int plan, int section) {
        return plan > 0 && choice.nextDouble() < share
                ? words(choice.nextInt(plan), section, 2 * choice.nextInt(2))
                : words(plan, section, 0);
    }

    private static String words(int plan, int section, int left) {
        SplittableRandom random = new SplittableRandom(31L * plan + section);
        StringJoiner text = new StringJoiner(" ");
        for (int more = 30 + random.nextInt(90) - left; more > 0; more--) {
            text.add("w" + Integer.toString(random.nextInt(VOCABULARY), Character.MAX_RADIX));
        }
        return text.toString();
    }
}
