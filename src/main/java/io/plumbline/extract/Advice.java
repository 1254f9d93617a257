package io.plumbline.extract;

/** Who can mend what the API cannot tell apart: that something is not deployed, or not granted. */
final class Advice {

    private Advice() {}

    static String deployOrGrant(String key) {
        return "A Salesforce administrator deploys salesforce-metadata and assigns the permission set"
                + " Plumbline_Integration to that user, or grants it otherwise; or change " + key + " in mapping.yaml.";
    }
}
