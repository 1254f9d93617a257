package io.plumbline.dossier.json;

/** A line is no dossier: not JSON, or without its day or its account. The message says what and where. */
public final class MalformedDossierException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedDossierException(String message) {
        super(message);
    }

    MalformedDossierException(String message, Throwable cause) {
        super(message, cause);
    }
}
