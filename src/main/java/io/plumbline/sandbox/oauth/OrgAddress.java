package io.plumbline.sandbox.oauth;

/** Where the org lives and which org it says it is, as the answers of a sign-in and of getUserInfo tell it; both may change while clients are at work (trap J7). */
public final class OrgAddress {

    private volatile String instanceUrl;
    private volatile String organizationId;

    /**
     * @param instanceUrl the base of all calls, without a slash at its end
     * @param organizationId 18 characters
     */
    public OrgAddress(String instanceUrl, String organizationId) {
        this.instanceUrl = instanceUrl;
        this.organizationId = organizationId;
    }

    public String instanceUrl() {
        return instanceUrl;
    }

    public String organizationId() {
        return organizationId;
    }

    /** Tells another host from the next sign-in on. */
    public void moveTo(String otherInstanceUrl) {
        instanceUrl = otherInstanceUrl;
    }

    /** Tells the Id of another org from the next sign-in on, as if the host now belonged to a stranger. */
    public void claimToBe(String otherOrganizationId) {
        organizationId = otherOrganizationId;
    }
}
