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
 * Whole nights of one org: everything at first; then what the first one wrote is seen again; then nothing has changed; then
 * one account in a hundred; and a day later, when every row is compared with the org and every account judged. The org is a sandbox in a process of its own, whose CPU does not count.
 */
final class Nights {

    private final int accounts;
    private final List<String> jvm;

    /** @param jvm options of each night's process */
    Nights(int accounts, List<String> jvm) {
        this.accounts = accounts;
        this.jvm = jvm;
    }

    void measure() throws IOException {
        Path folder = Files.createTempDirectory("plumbline-nights");
        int gibibytes = Math.max(2, accounts / 7_000);
        try (OwnJvm org = new OwnJvm(List.of("-Xmx" + gibibytes + "g"), NightOrg.class, Integer.toString(accounts))) {
            String address = org.line();
            System.out.printf(
                    Locale.ROOT,
                    "%n**Whole nights, %,d accounts** with 10 opportunities, 8 contacts, 20 tasks and 10 events each; %s"
                            + "%n%n| night | CPU s | share of the first | seconds | rows read | judged |"
                            + " fields written | peak MiB | API calls | CPU s of the org |%n"
                            + "|---|---|---|---|---|---|---|---|---|---|%n",
                    accounts,
                    String.join(" ", jvm));
            double first = night("everything", address, org, folder, 0);
            night("what the first one wrote", address, org, folder, first);
            night("nothing changed", address, org, folder, first);
            org.ask("change");
            night("1 % changed", address, org, folder, first);
            org.ask("tomorrow");
            night("a day later: all compared, all judged", address, org, folder, first);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** @return CPU seconds */
    private double night(String name, String address, OwnJvm org, Path folder, double first) throws IOException {
        double before = Double.parseDouble(org.ask("cpu"));
        List<String> args = new ArrayList<>(Arrays.asList(address.split(" ")));
        args.add(org.ask("time"));
        args.add(folder.toString());
        String[] told;
        try (OwnJvm night = new OwnJvm(jvm, OneNight.class, args.toArray(String[]::new))) {
            told = night.line().split(" ");
        }
        double cpu = Double.parseDouble(told[1]);
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
                Double.parseDouble(org.ask("cpu")) - before);
        System.out.flush();
        org.ask("later");
        return cpu;
    }
}
