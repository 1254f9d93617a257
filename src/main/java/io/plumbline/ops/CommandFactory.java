package io.plumbline.ops;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Builds the commands with what they take from outside; what has a plain constructor picocli builds itself. */
final class CommandFactory implements IFactory {

    private final Map<String, String> environment;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(environment));
        }
        if (type == ServeCommand.class) {
            return type.cast(new ServeCommand(environment));
        }
        if (type == SyncCommand.class) {
            return type.cast(new SyncCommand(environment));
        }
        if (type == ExplainCommand.class) {
            return type.cast(new ExplainCommand(environment));
        }
        if (type == AssessCommand.class) {
            return type.cast(new AssessCommand(environment));
        }
        return others.create(type);
    }
}
