package io.plumbline.salesforce.call;

/** The one version of Salesforce's APIs that Plumbline speaks. */
public final class ApiVersion {

    /** The version of the SOAP stub; a newer endpoint would send what the stub cannot read. */
    public static final String OURS = "65.0";

    private ApiVersion() {}
}
