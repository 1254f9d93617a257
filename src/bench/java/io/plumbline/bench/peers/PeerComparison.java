package io.plumbline.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plumbline beside the tools that people would use instead: {@code mvn -Ppeers}, see {@code src/docs/performance.md}. Prints
 * tables in Markdown. Options are {@code name=value}:
 *
 * <ul>
 *   <li>{@code parts=bulk,soap,write,slow,nights}: what to measure
 *   <li>{@code rows=10000,100000,1000000}: sizes of reading
 *   <li>{@code updates=100000}: accounts written
 *   <li>{@code accounts=10000}: sizes of whole nights; {@code 100000} takes a quarter of an hour by itself
 *   <li>{@code rounds=5}: runs of each contestant, of which the median counts
 *   <li>{@code heap=512m}: most heap of each contestant; {@code nightHeap=1g}: of whole nights
 *   <li>{@code jvm=-XX:+UseG1GC,-Xms64m}: other options of all of them; when not set, collector and first heap of the launcher,
 *       and in whole nights all that it gives
 *   <li>{@code installed=no}: whole nights from the compiled classes, without what the launcher lets Java keep between starts
 * </ul>
 */
final class PeerComparison {

    private final String[] options;

    private PeerComparison(String[] options) {
        this.options = options;
    }

    public static void main(String[] options) throws IOException {
        Logs.errorsOnly();
        new PeerComparison(options).run();
    }

    private void run() throws IOException {
        Set<String> parts = new TreeSet<>(
                List.of(option("parts", "bulk,soap,write,slow,nights").split(",")));
        int rounds = Integer.parseInt(option("rounds", "5"));
        List<String> jvm = jvm(option("heap", "512m"), ALIKE);
        System.out.println(Machine.described());
        System.out.printf("Every contestant runs under %s.%n", String.join(" ", jvm));
        Path csv = Files.createTempFile("plumbline-updates", ".csv");
        int updates = Integer.parseInt(option("updates", "100000"));
        Writes.into(csv, updates);
        Optional<Postgresql> database = parts.contains("bulk") ? Postgresql.start() : Optional.empty();
        List<String> bulk = BULK.stream()
                .filter(name -> database.isPresent() || !name.endsWith(OneContestant.ON_POSTGRESQL))
                .toList();
        try (OwnJvm server = new OwnJvm(List.of("-Xmx3g"), LeanOrg.class)) {
            Contest contest = new Contest(server.line(), csv, jvm, rounds, database);
            Growth bulkGrowth = new Growth("bulk queries");
            Growth soapGrowth = new Growth("SOAP queries");
            for (int rows : sizes("rows", "10000,100000,1000000")) {
                if (parts.contains("bulk")) {
                    bulkGrowth.add(rows, contest.hold("Bulk query", rows, 0, bulk));
                }
                if (parts.contains("soap")) {
                    soapGrowth.add(rows, contest.hold("SOAP query", rows, 0, SOAP));
                }
            }
            bulkGrowth.print();
            soapGrowth.print();
            if (parts.contains("write")) {
                contest.hold("Update", updates, 0, WRITE);
            }
            if (parts.contains("slow")) {
                contest.rounds(1).hold("Update with 100 ms added to each call", updates, 100, SLOW);
            }
        } finally {
            Files.delete(csv);
            if (database.isPresent()) {
                database.get().close();
            }
        }
        if (parts.contains("nights")) {
            for (int accounts : sizes("accounts", "10000")) {
                boolean installed = option("installed", "yes").equals("yes");
                new Nights(accounts, jvm(option("nightHeap", "1g"), LAUNCHED), installed).measure();
            }
        }
    }

    private static final List<String> BULK = List.of(
            "F: download, inflate, discard",
            "F by Plumbline's connections",
            "F and FastCSV into texts",
            "Plumbline, Bulk 2.0, typed",
            "Plumbline, Bulk 2.0, into the mirror",
            "Plumbline, Bulk 2.0, into the mirror" + OneContestant.ON_POSTGRESQL,
            "WSC BulkConnection and its CSVReader");
    private static final List<String> SOAP = List.of(
            "S: download, inflate, discard",
            "S by Plumbline's connections",
            "Plumbline, SOAP, typed",
            "WSC query and queryMore");
    private static final List<String> WRITE = List.of(
            "floor: ready CSV, results parsed",
            "Plumbline, Bulk 2.0 update",
            "WSC update, one call at a time",
            "Plumbline, SOAP update");
    private static final List<String> SLOW = List.of("WSC update, one call at a time", "Plumbline, SOAP update");

    /** Collector and first heap of the launcher, and Java's own bounds of compiling, as whoever uses another tool has them. */
    private static final String ALIKE = "-XX:+UseSerialGC,-Xms64m";

    /** All that the launcher gives. */
    private static final String LAUNCHED = ALIKE + ",-XX:CompileThresholdScaling=4";

    private List<String> jvm(String heap, String otherwise) {
        List<String> jvm = new ArrayList<>(List.of("-Xmx" + heap));
        jvm.addAll(List.of(option("jvm", otherwise).split(",")));
        return jvm;
    }

    private int[] sizes(String name, String otherwise) {
        return Arrays.stream(option(name, otherwise).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private String option(String name, String otherwise) {
        return Arrays.stream(options)
                .filter(option -> option.startsWith(name + "="))
                .map(option -> option.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }
}
