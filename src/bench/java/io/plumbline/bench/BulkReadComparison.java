package io.plumbline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a million rows by Bulk API 2.0 in processes of 256 MiB, in turn with the floor nobody can go below: {@code mvn
 * -Pbulk}. CPU seconds are those of a whole process, start included.
 */
final class BulkReadComparison {

    private static final List<String> READINGS = List.of("floor", "csv", "typed");

    private BulkReadComparison() {}

    /** @param args rows, rows a page, rounds, heap */
    public static void main(String[] args) throws IOException {
        Process server = java("-Xmx256m", LeanBulkServer.class, args[0], args[1]);
        Map<String, List<double[]>> measured = new LinkedHashMap<>();
        try (BufferedReader port = reader(server)) {
            String listening = port.readLine();
            for (int round = 0; round < Integer.parseInt(args[2]); round++) {
                List<String> order = round % 2 == 0 ? READINGS : READINGS.reversed();
                for (String reading : order) {
                    measured.computeIfAbsent(reading, any -> new ArrayList<>()).add(run(args[3], reading, listening));
                }
            }
        } finally {
            server.getOutputStream().close();
        }
        System.out.println("  reading       rows   CPU s   x floor   seconds   resident MiB   (medians)");
        double floor = median(measured.get("floor"), 1);
        for (String reading : READINGS) {
            List<double[]> runs = measured.get(reading);
            System.out.printf(
                    Locale.ROOT,
                    "%9s %10.0f %7.2f %9.2f %9.2f %14.0f%n",
                    reading,
                    median(runs, 0),
                    median(runs, 1),
                    median(runs, 1) / floor,
                    median(runs, 2),
                    median(runs, 3));
        }
    }

    private static double[] run(String heap, String reading, String port) throws IOException {
        try (BufferedReader out = reader(java("-Xmx" + heap, BulkRead.class, reading, port))) {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException(reading + " ended without a result");
            }
            String[] words = line.split(" ");
            double[] numbers = new double[words.length];
            for (int i = 0; i < words.length; i++) {
                numbers[i] = Double.parseDouble(words[i]);
            }
            return numbers;
        }
    }

    private static Process java(String heap, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static double median(List<double[]> runs, int column) {
        List<Double> sorted = runs.stream().map(run -> run[column]).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
