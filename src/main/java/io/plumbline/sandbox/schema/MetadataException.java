package io.plumbline.sandbox.schema;

import java.util.List;

/** The sfdx folder cannot be deployed; says every problem with its file and element, for whoever edits the metadata. */
public final class MetadataException extends RuntimeException {

    private final List<String> problems;

    public MetadataException(List<String> problems) {
        super("the Salesforce metadata cannot be deployed:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each: file, element, what is wrong. */
    public List<String> problems() {
        return problems;
    }
}
