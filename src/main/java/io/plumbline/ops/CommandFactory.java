package io.plumbline.ops;

import io.plumbline.ops.user.UserCommand;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Builds the commands with what they take from outside; what has a plain constructor picocli builds itself. */
final class CommandFactory implements IFactory {

    private static final Map<Class<?>, Function<Map<String, String>, Object>> COMMANDS = Map.ofEntries(
            Map.entry(DemoCommand.class, DemoCommand::new),
            Map.entry(UserCommand.class, UserCommand::new),
            Map.entry(ServeCommand.class, ServeCommand::new),
            Map.entry(SyncCommand.class, SyncCommand::new),
            Map.entry(ExplainCommand.class, ExplainCommand::new),
            Map.entry(ForgetCommand.class, ForgetCommand::new),
            Map.entry(BackupCommand.class, BackupCommand::new),
            Map.entry(RestoreCommand.class, RestoreCommand::new),
            Map.entry(WarmUpCommand.class, WarmUpCommand::new),
            Map.entry(AssessCommand.class, AssessCommand::new),
            Map.entry(DoctorCommand.class, DoctorCommand::new),
            Map.entry(PreviewCommand.class, PreviewCommand::new),
            Map.entry(ConfigCheckCommand.class, ConfigCheckCommand::new),
            Map.entry(TokenNewCommand.class, TokenNewCommand::new),
            Map.entry(TokenListCommand.class, TokenListCommand::new),
            Map.entry(TokenRevokeCommand.class, TokenRevokeCommand::new));

    private final Map<String, String> environment;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Optional<Function<Map<String, String>, Object>> ours = Optional.ofNullable(COMMANDS.get(type));
        return ours.isPresent() ? type.cast(ours.get().apply(environment)) : others.create(type);
    }
}
