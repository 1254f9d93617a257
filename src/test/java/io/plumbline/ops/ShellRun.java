package io.plumbline.ops;

import io.plumbline.sandbox.Sandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A command as a shell runs it: with an environment, and with what it printed and its exit code afterwards. */
record ShellRun(int exitCode, String out, String err) {

    static ShellRun of(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                PlumblineCommand.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new ShellRun(exitCode, out.toString(), err.toString());
    }

    /** The environment of somebody who works with this sandbox and keeps the data in this folder. */
    static Map<String, String> environment(Sandbox sandbox, Path data) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PLUMBLINE_INSTANCE_URL", sandbox.instanceUrl());
        environment.put("PLUMBLINE_CLIENT_ID", sandbox.clientId());
        environment.put("PLUMBLINE_CLIENT_SECRET", sandbox.clientSecret());
        environment.put("PLUMBLINE_DATA", data.toString());
        return environment;
    }

    /** Everything it said, for messages. */
    String said() {
        return out + err;
    }
}
