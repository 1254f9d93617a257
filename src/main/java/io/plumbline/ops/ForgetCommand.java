package io.plumbline.ops;

import io.plumbline.config.Configuration;
import io.plumbline.config.Environment;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.ElsewhereException;
import io.plumbline.flow.retention.DataSubjects;
import io.plumbline.flow.retention.Forgotten;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.start.RefusedCommandException;
import io.plumbline.ops.storage.DataPlace;
import io.plumbline.ops.text.ForgottenText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a person who asks what is kept of them, and forgets it. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description =
                "Tells what Plumbline keeps of a person or an account, and forgets it with --yes. Delete or anonymise the"
                        + " record in Salesforce first: what the org still has comes back with the next sync.")
final class ForgetCommand implements Callable<Integer> {

    private final Map<String, String> variables;

    @Parameters(
            paramLabel = "RECORD-ID",
            description = "Id of the contact, user, lead or account, 15 or 18 characters.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String record;

    @Option(
            names = "--name",
            paramLabel = "WORDS",
            description = "Other words the person is known by, such as a former name; may be given several times.")
    private List<String> names = List.of();

    @Option(names = "--yes", description = "Really forget; without it nothing is changed.")
    private boolean yes;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ForgetCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        if (!RecordId.isId(record)) {
            throw new RefusedCommandException("'" + record + "' is no Id of a record. It is in the address of the"
                    + " record's page in Salesforce, and has 15 or 18 letters and digits.");
        }
        names.stream().filter(name -> name.strip().length() < 3).findFirst().ifPresent(tooShort -> {
            throw new RefusedCommandException("--name '" + tooShort
                    + "' is too short: it would be found everywhere. Give" + " three characters or more.");
        });
        Environment environment = Environment.read(variables);
        Configuration configuration = Configuration.load(environment.configFolder());
        try (DataPlace data = DataPlace.open(environment)) {
            Map<RecordId, Forgotten> known;
            try (ConfigurableApplicationContext context =
                    ConnectorApplication.forOneRun(configuration, Org.namedBy(environment), data.settings())) {
                known = known(context.getBean(DataSubjects.class));
            }
            if (yes) {
                data.compact();
            }
            PrintWriter out = spec.commandLine().getOut();
            out.print(ForgottenText.of(RecordId.of(record), known, yes));
            out.flush();
            return ExitCode.COMPLETE.number();
        }
    }

    private Map<RecordId, Forgotten> known(DataSubjects subjects) {
        try {
            return yes ? subjects.forget(RecordId.of(record), names) : subjects.told(RecordId.of(record), names);
        } catch (ElsewhereException working) {
            throw new RefusedCommandException("A run is under way, which has in hand what is to be forgotten. Run this"
                    + " again when it has ended. " + working.getMessage());
        }
    }
}
