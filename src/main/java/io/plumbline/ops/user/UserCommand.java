package io.plumbline.ops.user;

import io.plumbline.ops.access.LocalUser;
import io.plumbline.ops.access.LocalUsers;
import io.plumbline.ops.access.PasswordRules;
import io.plumbline.ops.access.Role;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may sign in to the console by a password of their own. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = {
            "Says who may sign in to the console by a password of their own, and as what.",
            "Passwords are typed at the terminal or come as one line of standard input, never as an argument."
                    + " While 'plumbline serve' keeps its data in a folder, stop it first."
        })
public final class UserCommand implements Callable<Integer> {

    private static final int DONE = 0;

    private final UserStore store;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    public UserCommand(Map<String, String> variables) {
        this.store = new UserStore(variables);
    }

    @Override
    public Integer call() {
        throw wrong(
                "Which? 'plumbline user add NAME --role viewer', 'user list', 'user password NAME', 'user remove NAME'.");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a user and asks for the password.")
    int add(
            @Parameters(paramLabel = "NAME", description = "Up to 64 letters, digits and . _ @ -.") String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "viewer (looks) or operator (also presses the buttons).")
                    String role,
            @Option(names = "--see-names", description = "Sees accounts and people by name; others see Ids.")
                    boolean seesNames) {
        String user = name.toLowerCase(Locale.ROOT);
        if (!LocalUser.isName(user)) {
            throw wrong("'" + name + "' cannot be a name: up to 64 letters, digits and . _ @ -.");
        }
        Role asWhat =
                Role.named(role).orElseThrow(() -> wrong("There is no role '" + role + "': give viewer or operator."));
        String password = typed(user);
        if (!store.with(users -> users.add(user, asWhat, seesNames, password))) {
            throw wrong("There is a user " + user + " already: 'plumbline user password " + user
                    + "' gives another password, 'plumbline user remove " + user + "' makes room for another role.");
        }
        say(user + " may sign in as " + asWhat.word() + (seesNames ? " and sees names." : " and sees Ids, no names."));
        return DONE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the users.")
    int list() {
        List<LocalUser> users = store.with(LocalUsers::all);
        if (users.isEmpty()) {
            say("Nobody may sign in by a password yet: 'plumbline user add NAME --role operator --see-names'.");
        }
        users.forEach(user -> say(String.format(
                Locale.ROOT,
                "%-24s %-9s %s",
                user.name(),
                user.role().word(),
                user.seesNames() ? "sees names" : "sees Ids")));
        return DONE;
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Gives a user another password; ends the user's sessions.")
    int password(@Parameters(paramLabel = "NAME") String name) {
        String password = typed(name);
        if (!store.with(users -> users.changePassword(name, password))) {
            throw unknown(name);
        }
        say(name + " has another password now.");
        return DONE;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a user and ends their sessions.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        if (!store.with(users -> users.remove(name))) {
            throw unknown(name);
        }
        say(name + " can sign in no more.");
        return DONE;
    }

    private String typed(String user) {
        String password = new PasswordPrompt(spec).read();
        PasswordRules.objection(user, password).ifPresent(objection -> {
            throw wrong(objection);
        });
        return password;
    }

    private ParameterException unknown(String name) {
        return wrong("There is no user " + name + "; 'plumbline user list' shows all.");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
