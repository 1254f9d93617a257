package io.plumbline.salesforce.codes;

/** Who can put an end to a failure. */
public enum Actor {
    NOBODY("nobody, it passes"),
    ADMINISTRATOR("Salesforce administrator"),
    OPERATOR("who runs Plumbline"),
    MAINTAINER("who maintains Plumbline");

    private final String words;

    Actor(String words) {
        this.words = words;
    }

    /** As in {@code error-codes.md}. */
    public String words() {
        return words;
    }
}
