package io.plumbline.ops;

import io.plumbline.config.Environment;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends the validity of a token. */
@Command(name = "revoke", mixinStandardHelpOptions = true, description = "Ends the validity of a token at once.")
final class TokenRevokeCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Parameters(paramLabel = "NUMBER", description = "The token's number, as 'plumbline token list' shows it.")
    private long number;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    TokenRevokeCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        try (OneRun run = OneRun.on(Environment.read(variables))) {
            if (!new Tokens(run.part(JdbcClient.class), run.part(Clock.class)).revoke(number)) {
                throw new RefusedCommandException(
                        "There is no valid token of the number " + number + ". 'plumbline token list' shows them all.");
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println("Token " + number + " is not valid any more.");
            out.flush();
            return ExitCode.COMPLETE.number();
        }
    }
}
