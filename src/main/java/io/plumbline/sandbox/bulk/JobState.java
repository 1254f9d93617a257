package io.plumbline.sandbox.bulk;

/** Where a job stands, under the names clients see. */
enum JobState {
    OPEN("Open"),
    UPLOAD_COMPLETE("UploadComplete"),
    IN_PROGRESS("InProgress"),
    JOB_COMPLETE("JobComplete"),
    FAILED("Failed"),
    ABORTED("Aborted");

    private final String label;

    JobState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether nothing will happen to the job any more. */
    boolean ended() {
        return this == JOB_COMPLETE || this == FAILED || this == ABORTED;
    }
}
