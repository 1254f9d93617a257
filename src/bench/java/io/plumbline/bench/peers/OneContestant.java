package io.plumbline.bench.peers;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One contestant in a process of its own: does its work once, and prints what it took the whole process. */
final class OneContestant {

    /** How the names of those end who need a {@link Postgresql}. */
    static final String ON_POSTGRESQL = " on PostgreSQL";

    static final Map<String, Contestant> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("F: download, inflate, discard", BulkFloor::discarded),
            Map.entry("F by Plumbline's connections", OwnFloor::bulk),
            Map.entry("S by Plumbline's connections", OwnFloor::soap),
            Map.entry("F and FastCSV into texts", BulkFloor::intoTexts),
            Map.entry("Plumbline, Bulk 2.0, typed", Ours::bulkTyped),
            Map.entry("Plumbline, Bulk 2.0, into the mirror", Ours::bulkMirrored),
            Map.entry("Plumbline, Bulk 2.0, into the mirror" + ON_POSTGRESQL, Ours::bulkMirroredOnPostgresql),
            Map.entry("WSC BulkConnection and its CSVReader", Wsc::bulk),
            Map.entry("S: download, inflate, discard", SoapFloor::discarded),
            Map.entry("Plumbline, SOAP, typed", Ours::soapTyped),
            Map.entry("WSC query and queryMore", Wsc::soap),
            Map.entry("floor: ready CSV, results parsed", BulkFloor::written),
            Map.entry("Plumbline, Bulk 2.0 update", Ours::bulkWritten),
            Map.entry("WSC update, one call at a time", Wsc::written),
            Map.entry("Plumbline, SOAP update", Ours::soapWritten)));

    private OneContestant() {}

    /** @param args its name, the server's port, how many rows, and the ready file; prints rows, CPU seconds, seconds, MiB */
    public static void main(String[] args) throws Exception {
        Logs.errorsOnly();
        Contestant contestant = ALL.get(args[0]);
        if (contestant == null) {
            throw new IllegalArgumentException("There is no '" + args[0] + "', only " + ALL.keySet());
        }
        long start = System.nanoTime();
        long rows = contestant.work(new Contestant.Arena(
                URI.create("http://localhost:" + args[1]), Integer.parseInt(args[2]), Path.of(args[3])));
        System.out.println(Taken.byThisProcess(rows, start).line());
        System.out.flush();
        // Nobody's idle connections are waited for.
        System.exit(0);
    }

    /**
     * What it took.
     *
     * @param cpu seconds of the whole process, its start included
     * @param seconds of the work alone, by the clock on the wall
     * @param peak the most memory that the process ever had, in MiB
     */
    record Taken(double rows, double cpu, double seconds, double peak) {

        static Taken byThisProcess(long rows, long startNanos) throws java.io.IOException {
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            double cpu = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                            .getProcessCpuTime()
                    / 1e9;
            double peak = java.nio.file.Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst()
                    .orElse(0);
            return new Taken(rows, cpu, seconds, peak);
        }

        String line() {
            return String.format(Locale.ROOT, "%.0f %.3f %.3f %.0f", rows, cpu, seconds, peak);
        }

        static Taken of(String line) {
            String[] words = line.split(" ");
            return new Taken(
                    Double.parseDouble(words[0]),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]));
        }
    }
}
