package io.plumbline.flow;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How this process is called where others read of it. */
final class ThisInstance {

    private ThisInstance() {}

    /** Process and machine, as an operator finds them. */
    static String name() {
        return "process " + ProcessHandle.current().pid() + " on " + machine();
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "a machine without a name";
        }
    }
}
