package io.plumbline.extract;

/**
 * Something that keeps the connector from doing its work in this org.
 *
 * @param what what is missing, naming object and field
 * @param advice who can fix it and how
 */
public record Problem(String what, String advice) {

    public String sentence() {
        return what + " " + advice;
    }
}
