package io.plumbline.salesforce.codes;

/** Words that many advices begin with. */
final class Advice {

    static final String ADMIN = "A Salesforce administrator should ";

    private Advice() {}
}
