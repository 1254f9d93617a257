package io.plumbline.bench;

import io.plumbline.ops.PlumblineCommand;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Shows that {@code plumbline assess} needs no more memory for a million accounts than for ten thousand: runs the command on
 * so many lines as it is told, and prints how much heap was in use after full collections.
 */
final class StreamedPortfolio {

    private static final double MEBIBYTE = 1024 * 1024;

    private StreamedPortfolio() {}

    /** @param sizes how many accounts to stream, one run for each */
    public static void main(String[] sizes) {
        PrintStream console = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        console.println("  accounts   seconds   live heap: highest   last (MiB)");
        for (String size : sizes) {
            run(Integer.parseInt(size), console);
        }
    }

    private static void run(int accounts, PrintStream console) {
        AccountStream lines = new AccountStream(accounts);
        System.setIn(lines);
        long start = System.nanoTime();
        int exitCode = PlumblineCommand.run("assess");
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exitCode != 0) {
            throw new IllegalStateException("plumbline assess ended with " + exitCode);
        }
        console.printf(
                Locale.ROOT,
                "%10d %9.1f %20.1f %12.1f%n",
                accounts,
                seconds,
                lines.highestHeap() / MEBIBYTE,
                lines.lastHeap() / MEBIBYTE);
    }
}
