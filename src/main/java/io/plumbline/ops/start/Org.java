package io.plumbline.ops.start;

import io.plumbline.config.Connection;
import io.plumbline.config.Environment;
import java.util.List;

/** Which org a command works on. */
public final class Org {

    private Org() {}

    /** @throws RefusedCommandException when the environment names no org, or half of one */
    public static Connection namedBy(Environment environment) {
        return switch (environment.connection()) {
            case Environment.Configured configured -> configured.connection();
            case Environment.Nothing nothing ->
                throw new RefusedCommandException(
                        "No org is configured: set PLUMBLINE_INSTANCE_URL, PLUMBLINE_CLIENT_ID and"
                                + " PLUMBLINE_CLIENT_SECRET (or PLUMBLINE_JWT_KEY_FILE and PLUMBLINE_USERNAME)."
                                + " To look around first, run 'plumbline demo'.");
            case Environment.Incomplete half -> throw incomplete(half.problems());
        };
    }

    public static RefusedCommandException incomplete(List<String> problems) {
        return new RefusedCommandException("The org is only half configured:" + System.lineSeparator() + "  - "
                + String.join(System.lineSeparator() + "  - ", problems));
    }
}
