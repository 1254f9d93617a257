package io.plumbline.ops;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tokens with which an org may ask over HTTP. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and revokes the tokens with which the org may ask over HTTP.",
        subcommands = {TokenNewCommand.class, TokenListCommand.class, TokenRevokeCommand.class})
final class TokenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Which? 'plumbline token new', 'plumbline token list' or 'plumbline token revoke'.");
    }
}
