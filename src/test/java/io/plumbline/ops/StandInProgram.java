package io.plumbline.ops;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands in for Plumbline behind the launcher: starts at once, says what it was given, and notes what it knows. */
public final class StandInProgram {

    private StandInProgram() {}

    public static void main(String[] words) throws IOException, URISyntaxException {
        Path here = Path.of(StandInProgram.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolveSibling("variables.txt");
        if (words.length == 1 && words[0].equals("warm-up")) {
            Files.write(here, System.getenv().keySet());
            return;
        }
        System.out.println("Given: " + String.join(", ", words));
        System.err.println("Aside.");
        System.exit(words.length);
    }
}
