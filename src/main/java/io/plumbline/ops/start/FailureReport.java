package io.plumbline.ops.start;

import io.plumbline.config.yaml.ConfigurationException;
import io.plumbline.ops.storage.DataFolderException;
import io.plumbline.ops.storage.DataFolderException.Obstacle;
import io.plumbline.salesforce.SalesforceFailedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into sentences that say what to do, and into the exit code. */
public final class FailureReport implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        line.getErr().println(sentence(failure));
        return exitCode(failure).number();
    }

    private static String sentence(Exception failure) {
        return switch (failure) {
            case ConfigurationException configuration -> String.valueOf(configuration.getMessage());
            case RefusedCommandException refused -> String.valueOf(refused.getMessage());
            case DataFolderException data -> String.valueOf(data.getMessage());
            case SalesforceFailedException salesforce -> salesforce.failure().sentence();
            default ->
                "Plumbline ended on something it did not expect: " + failure
                        + ". Please report it with the lines above; what was already written to Salesforce stands"
                        + " and is not written again.";
        };
    }

    private static ExitCode exitCode(Exception failure) {
        return switch (failure) {
            case ConfigurationException configuration -> ExitCode.CONFIGURATION;
            case RefusedCommandException refused -> ExitCode.CONFIGURATION;
            case DataFolderException data ->
                data.obstacle() == Obstacle.NOT_WRITABLE ? ExitCode.CONFIGURATION : ExitCode.FAILED;
            case SalesforceFailedException salesforce ->
                salesforce.failure().passing() ? ExitCode.FAILED : ExitCode.CONFIGURATION;
            default -> ExitCode.FAILED;
        };
    }
}
