package io.plumbline.ops;

import io.plumbline.config.Environment;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.OrgDoor;
import io.plumbline.ops.api.token.TokenText;
import io.plumbline.ops.api.token.Tokens;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.OneRun;
import io.plumbline.ops.start.RefusedCommandException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a token for the org that the environment names, and shows it this once. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a token for the org of this environment and prints it, this once: only its digest is kept.",
            "Signs in to the org to learn its Id."
        })
final class TokenNewCommand implements Callable<Integer> {

    private static final int LONGEST_NAME = 80;

    private final Map<String, String> variables;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "What it is called in lists and logs: who uses it, or where.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    TokenNewCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        if (name.isBlank() || name.length() > LONGEST_NAME || !name.chars().noneMatch(Character::isISOControl)) {
            throw new RefusedCommandException("A name has 1 to " + LONGEST_NAME + " characters, in one line.");
        }
        try (OneRun run = OneRun.on(Environment.read(variables))) {
            RecordId org = run.part(OrgDoor.class).open().identity().orgId();
            TokenText token = new Tokens(run.part(JdbcClient.class), run.part(Clock.class)).make(org, name.strip());
            PrintWriter out = spec.commandLine().getOut();
            out.println("The token '" + name.strip() + "' for the org " + org
                    + ". It is shown this once; put it into the" + " external credential of the org.");
            out.println();
            out.println("  " + token.reveal());
            out.flush();
            return ExitCode.COMPLETE.number();
        }
    }
}
