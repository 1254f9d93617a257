package io.plumbline.sandbox.bulk;

/** Ends an ingest job as Failed; the message is what the job reports. */
final class JobFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    JobFailedException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
