package io.plumbline.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whole nights of one org, each in a process of its own: everything at first; then what the first one wrote is seen again; then
 * nothing has changed, and one account in a hundred, several times over; and a day later, when every row is compared with the org
 * and every account judged. At last the small ones again in one process that runs on, as {@code serve} does. The org is a sandbox
 * in a process of its own, whose CPU does not count.
 */
final class Nights {

    /** Nights in which little happens, each kind so many times: they are short, and one differs from the next by a tenth. */
    private static final int SMALL_NIGHTS = 5;

    private final int accounts;
    private final List<String> jvm;
    private final boolean installed;

    /**
     * @param jvm options of each process
     * @param installed whether it starts as one of the installed program does, or from the class path of this one
     */
    Nights(int accounts, List<String> jvm, boolean installed) {
        this.accounts = accounts;
        this.jvm = jvm;
        this.installed = installed;
    }

    void measure() throws IOException {
        Path folder = Files.createTempDirectory("plumbline-nights");
        Path data = Files.createDirectory(folder.resolve("data"));
        Installed program = installed ? Installed.in(folder) : Installed.asCompiled();
        int gibibytes = Math.max(2, accounts / 7_000);
        try (OwnJvm org = new OwnJvm(List.of("-Xmx" + gibibytes + "g"), NightOrg.class, Integer.toString(accounts))) {
            Shift shift = new Shift(org.line(), org, data, program);
            System.out.printf(
                    Locale.ROOT,
                    "%n**Whole nights, %,d accounts** with 10 opportunities, 8 contacts, 20 tasks and 10 events each; %s%s"
                            + "%n%n| night | CPU s | share of the first | seconds | rows read | judged |"
                            + " fields written | peak MiB | API calls | CPU s of the org |%n"
                            + "|---|---|---|---|---|---|---|---|---|---|%n",
                    accounts,
                    String.join(" ", jvm),
                    program.options().isEmpty() ? "" : ", with what Java kept of an earlier start");
            double first = alone("everything", shift, 0);
            alone("what the first one wrote", shift, first);
            for (int i = 0; i < SMALL_NIGHTS; i++) {
                alone("nothing changed", shift, first);
                org.ask("change");
                alone("1 % changed", shift, first);
            }
            System.out.printf(Locale.ROOT, "| | | | | | | | | | size of the database: %,d MiB |%n", mebibytes(data));
            org.ask("tomorrow");
            alone("a day later: all compared, all judged", shift, first);
            runningOn(shift, first);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** What every night needs: the org and where to find it, the folder of the database, and the program. */
    private record Shift(String address, OwnJvm org, Path data, Installed program) {}

    private OwnJvm process(Shift shift) throws IOException {
        List<String> args = new ArrayList<>(Arrays.asList(shift.address().split(" ")));
        args.add(shift.data().toString());
        List<String> options = new ArrayList<>(jvm);
        options.addAll(shift.program().options());
        return new OwnJvm(options, shift.program().classPath(), SyncingJvm.class, args.toArray(String[]::new));
    }

    /** @return CPU seconds */
    private double alone(String name, Shift shift, double first) throws IOException {
        try (OwnJvm process = process(shift)) {
            return night(name, shift, process, 0, first);
        }
    }

    private void runningOn(Shift shift, double first) throws IOException {
        try (OwnJvm process = process(shift)) {
            double before = night("running on: the first sync of the process", shift, process, 0, first);
            for (int i = 0; i < SMALL_NIGHTS; i++) {
                before += night("running on: nothing changed", shift, process, before, first);
                shift.org().ask("change");
                before += night("running on: 1 % changed", shift, process, before, first);
            }
        }
    }

    /**
     * @param before CPU seconds that the process had taken
     * @return CPU seconds
     */
    private static double night(String name, Shift shift, OwnJvm process, double before, double first)
            throws IOException {
        OwnJvm org = shift.org();
        double ofOrgBefore = Double.parseDouble(org.ask("cpu"));
        String[] told = process.ask(org.ask("time")).split(" ");
        double cpu = Double.parseDouble(told[1]) - before;
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.1f %% | %s | %s | %s | %s | %s | %s | %.1f |%n",
                name,
                cpu,
                first == 0 ? 100 : 100 * cpu / first,
                told[2],
                told[0],
                told[4],
                told[5],
                told[3],
                told[6],
                Double.parseDouble(org.ask("cpu")) - ofOrgBefore);
        System.out.flush();
        org.ask("later");
        return cpu;
    }

    private static long mebibytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    >> 20;
        }
    }
}
