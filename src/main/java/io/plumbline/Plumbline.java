package io.plumbline;

import io.plumbline.ops.PlumblineCommand;

/**
 * The entrance of the program. Compiled for Java 17, the least that Spring Boot's launcher runs on, so that somebody
 * who starts the jar with a Java older than 21 reads one sentence instead of a class format error.
 */
public final class Plumbline {

    private static final int NEEDED = 21;
    private static final int EXIT_CONFIGURATION = 4;

    private Plumbline() {}

    public static void main(String[] arguments) {
        if (Runtime.version().feature() < NEEDED) {
            System.err.println("Plumbline needs Java " + NEEDED + " or later and was started with " + Runtime.version()
                    + ": start it with bin/plumbline, which finds a suitable Java, or install one, for example"
                    + " Temurin 25.");
            System.exit(EXIT_CONFIGURATION);
        }
        System.exit(PlumblineCommand.run(arguments));
    }
}
