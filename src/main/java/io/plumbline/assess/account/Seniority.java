package io.plumbline.assess.account;

/** How high a contact stands. */
public enum Seniority {
    EXECUTIVE,
    DIRECTOR,
    MANAGER,
    STAFF
}
