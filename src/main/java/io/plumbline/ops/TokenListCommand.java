package io.plumbline.ops;

import io.plumbline.config.Environment;
import io.plumbline.ops.api.token.KnownToken;
import io.plumbline.ops.api.token.Tokens;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.OneRun;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the tokens without the tokens. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists all tokens with their numbers, when they were made and when they were last used.")
final class TokenListCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    TokenListCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        try (OneRun run = OneRun.toRead(Environment.read(variables))) {
            PrintWriter out = spec.commandLine().getOut();
            List<KnownToken> tokens = new Tokens(run.part(JdbcClient.class), run.part(Clock.class)).all();
            if (tokens.isEmpty()) {
                out.println("There is no token. 'plumbline token new --name NAME' makes one.");
            }
            tokens.forEach(token -> out.println(line(token)));
            out.flush();
            return ExitCode.COMPLETE.number();
        }
    }

    private static String line(KnownToken token) {
        return token.id() + "  " + token.name() + ", org " + token.org() + ", made " + minute(token.made())
                + token.lastUsed().map(used -> ", last used " + minute(used)).orElse(", never used")
                + token.revoked().map(since -> ", revoked " + minute(since)).orElse("");
    }

    private static String minute(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
