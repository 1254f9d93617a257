package io.plumbline.bench;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentJson;
import io.plumbline.assess.AssessmentModel;
import io.plumbline.assess.Band;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.json.DossierJson;
import io.plumbline.dossier.json.DossierLine;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Accounts per second on one core, under the shipped policy. One operation is one account; with {@code -prof gc} its
 * allocated bytes stand beside. The collector is the serial one, so that no other core helps.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms512m", "-Xmx512m"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class AssessmentBenchmark {

    /**
     * How many different accounts take turns. 500 are 14 MB of records: neither branch prediction nor the core's own caches know
     * them by heart, and each is fetched from further away than one that was read a moment ago. 16 fit into those caches.
     */
    @Param({"16", "500"})
    public int accounts;

    private AssessmentModel model;
    private final DossierJson reader = new DossierJson();
    private final AssessmentJson writer = new AssessmentJson();
    private List<String> lines;
    private List<Dossier> dossiers;
    private int next;

    @Setup
    public void prepare() {
        model = new AssessmentModel(
                AssessmentPolicy.load(YamlFile.read(Path.of("connector-config", "assessment.yaml"))));
        lines = new Portfolio(42).lines(accounts);
        dossiers = lines.stream().map(reader::read).map(DossierLine::dossier).toList();
        if (dossiers.stream().anyMatch(dossier -> model.assess(dossier, null).planId() == null)) {
            throw new IllegalStateException("An account without a governing plan is judged too fast to be typical");
        }
    }

    /** The assessment alone. */
    @Benchmark
    public Assessment assess() {
        return model.assess(dossiers.get(another()), Band.AMBER);
    }

    /** The reading of a line alone. */
    @Benchmark
    public DossierLine read() {
        return reader.read(lines.get(another()));
    }

    /**
     * An account judged right after its line was read, which is how accounts are judged: what this takes longer than {@link #read} is
     * what the assessment costs in a run.
     */
    @Benchmark
    public Assessment readAndAssess() {
        return model.assess(reader.read(lines.get(another())).dossier(), Band.AMBER);
    }

    /** From a line of JSON to a line of JSON, as {@code plumbline assess} does it. */
    @Benchmark
    public String lineToLine() {
        return writer.write(model.assess(reader.read(lines.get(another())).dossier(), Band.AMBER));
    }

    private int another() {
        next = next + 1 == accounts ? 0 : next + 1;
        return next;
    }
}
