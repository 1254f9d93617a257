package io.plumbline.bench.peers;

import io.plumbline.bench.peers.OneContestant.Taken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Several ways to do one thing, in turn and in reversed turn, each time in a process of its own. The first one is the floor. */
final class Contest {

    private final String port;
    private final Path csv;
    private final List<String> jvm;
    private final int rounds;
    private final Optional<Postgresql> database;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param database for the contestants that want one */
    Contest(String port, Path csv, List<String> jvm, int rounds, Optional<Postgresql> database) {
        this.port = port;
        this.csv = csv;
        this.jvm = jvm;
        this.rounds = rounds;
        this.database = database;
    }

    Contest rounds(int other) {
        return new Contest(port, csv, jvm, other, database);
    }

    /** What one run took: of the contestant, and of the server and the database meanwhile. */
    private record Run(Taken taken, double calls, double serverCpu, double databaseCpu) {}

    private record Server(double cpu, double calls) {}

    /**
     * Holds it and prints a table of medians.
     *
     * @return the medians of each contestant
     */
    Map<String, Growth.Point> hold(String what, int rows, int delayMillis, List<String> contestants)
            throws IOException {
        server("?rows=" + rows + "&delay=" + delayMillis);
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        contestants.forEach(name -> runs.put(name, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (String name : round % 2 == 0 ? contestants : contestants.reversed()) {
                runs.get(name).add(run(name, rows));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%n**%s, %,d rows** (medians of %d)%n%n"
                        + "| | CPU s | x floor | seconds | rows/s | peak MiB | API calls | CPU s of the server |%n"
                        + "|---|---|---|---|---|---|---|---|%n",
                what,
                rows,
                rounds);
        double floor =
                median(runs.get(contestants.getFirst()), run -> run.taken().cpu());
        runs.forEach((name, of) -> print(name, of, floor));
        runs.forEach((name, of) -> {
            double cpu = median(of, Run::databaseCpu);
            if (name.endsWith(OneContestant.ON_POSTGRESQL)) {
                System.out.printf(Locale.ROOT, "%n%s: PostgreSQL itself took %.2f CPU s.%n", name, cpu);
            }
        });
        System.out.flush();
        Map<String, Growth.Point> medians = new LinkedHashMap<>();
        runs.forEach((name, of) -> medians.put(
                name,
                new Growth.Point(
                        median(of, run -> run.taken().cpu()),
                        median(of, run -> run.taken().peak()))));
        return medians;
    }

    private static void print(String name, List<Run> runs, double floor) {
        double cpu = median(runs, run -> run.taken().cpu());
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.1f | %,.0f | %.0f | %.0f | %.2f |%n",
                name,
                cpu,
                cpu / floor,
                median(runs, run -> run.taken().seconds()),
                median(runs, run -> run.taken().rows() / run.taken().seconds()),
                median(runs, run -> run.taken().peak()),
                median(runs, Run::calls),
                median(runs, Run::serverCpu));
    }

    private Run run(String name, int rows) throws IOException {
        Server before = server("");
        double databaseBefore = databaseCpu();
        Taken taken;
        try (OwnJvm one =
                new OwnJvm(options(), OneContestant.class, name, port, Integer.toString(rows), csv.toString())) {
            taken = Taken.of(one.line());
        }
        if (taken.rows() != rows) {
            throw new IllegalStateException(name + " had " + taken.rows() + " rows and not " + rows);
        }
        Server after = server("");
        return new Run(
                taken, after.calls() - before.calls(), after.cpu() - before.cpu(), databaseCpu() - databaseBefore);
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(jvm);
        database.ifPresent(server -> options.add("-D" + Postgresql.URL + "=" + server.url()));
        return options;
    }

    private double databaseCpu() throws IOException {
        return database.isPresent() ? database.get().cpuSeconds() : 0;
    }

    private Server server(String query) throws IOException {
        try {
            String[] words = client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/control" + query))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body()
                    .split(" ");
            return new Server(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> of) {
        double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
