package io.plumbline.ops.api.admission;

import org.springframework.http.HttpStatus;

/** A request that is not carried out; nothing was done for it. */
public final class RefusedRequestException extends RuntimeException {

    private final transient Problem problem;

    /**
     * @param title what is wrong, in a few words
     * @param detail what happened, and who can mend it and how
     */
    public RefusedRequestException(HttpStatus status, String title, String detail) {
        super(title);
        this.problem = new Problem(title, detail, status.value());
    }

    public Problem problem() {
        return problem;
    }
}
