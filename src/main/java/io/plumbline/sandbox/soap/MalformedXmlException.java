package io.plumbline.sandbox.soap;

/** A request body that is no XML, or XML that is not taken; the message says why. */
final class MalformedXmlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedXmlException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return java.util.Objects.requireNonNullElse(super.getMessage(), "malformed");
    }
}
