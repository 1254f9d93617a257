package io.plumbline.ops;

import io.plumbline.ops.user.UserCommand;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Builds the commands with what they take from outside; what has a plain constructor picocli builds itself. */
final class CommandFactory implements IFactory {

    private static final Map<Class<?>, Function<Map<String, String>, Object>> COMMANDS = Map.of(
            DemoCommand.class, DemoCommand::new,
            UserCommand.class, UserCommand::new,
            ServeCommand.class, ServeCommand::new,
            SyncCommand.class, SyncCommand::new,
            ExplainCommand.class, ExplainCommand::new,
            AssessCommand.class, AssessCommand::new,
            DoctorCommand.class, DoctorCommand::new,
            PreviewCommand.class, PreviewCommand::new,
            ConfigCheckCommand.class, ConfigCheckCommand::new);

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
