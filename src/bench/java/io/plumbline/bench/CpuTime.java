package io.plumbline.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Prints operations per second of the CPU beside those per second of the clock, for machines on which others work too. The
 * time of the whole process counts: the collector's and the compiler's as well.
 */
public final class CpuTime implements InternalProfiler {

    private Duration before = Duration.ZERO;

    @Override
    public String getDescription() {
        return "Operations per second of CPU time";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = used();
    }

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = used().minus(before).toNanos() / 1e9;
        double perSecond = result.getMetadata().getAllOps() / seconds;
        return List.of(new ScalarResult("per.cpu.second", perSecond, "ops/s", AggregationPolicy.AVG));
    }

    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
