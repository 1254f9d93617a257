package io.plumbline.flow.checking;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.RunId;
import org.slf4j.MDC;

/** What every line of the log tells besides its words, for logs that machines read: whose run it belongs to. */
public final class LogContext {

    private static final String ORG = "org";
    private static final String RUN = "run";

    private LogContext() {}

    static void org(RecordId org) {
        MDC.put(ORG, org.value());
    }

    static void run(RunId run) {
        MDC.put(RUN, run.toString());
    }

    /** The run of this thread has ended. */
    public static void clear() {
        MDC.remove(ORG);
        MDC.remove(RUN);
    }
}
