package io.plumbline.sandbox.oauth;

/**
 * One user of the org.
 *
 * @param id the Id, 18 characters
 * @param username the login name
 * @param fullName first and last name
 * @param email the address
 * @param timeZone the zone the user sees times in
 * @param active whether the user may sign in
 */
public record OrgUser(String id, String username, String fullName, String email, String timeZone, boolean active) {}
