package io.plumbline.sandbox.record.store;

/** The two users whom every org has from its first day. */
public final class FirstUsers {

    /** Id of the administrator, who sees and edits everything. */
    public static final String ADMINISTRATOR = SalesforceId.of("005", 1);

    /** Id of the integration user, who sees and edits what the permission set grants. */
    public static final String INTEGRATION = SalesforceId.of("005", 2);

    public static final String ADMINISTRATOR_NAME = "admin@sandbox.plumbline.example";
    public static final String INTEGRATION_NAME = "integration@sandbox.plumbline.example";

    private FirstUsers() {}
}
