package io.plumbline.bench.peers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What it ran on, since no figure means anything without it. */
final class Machine {

    private Machine() {}

    static String described() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("an unknown processor");
        return String.format(
                Locale.ROOT,
                "%d x %s, Java %s, load %.1f when it began.%n",
                Runtime.getRuntime().availableProcessors(),
                processor,
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
