package io.plumbline.sandbox.oauth;

import java.util.Optional;

/** The users of the org, as sign-in needs them; asked anew at every sign-in and every call. */
public interface UserDirectory {

    /** The user with this login name, whatever its case. */
    Optional<OrgUser> withName(String username);

    /** The user with this Id. */
    Optional<OrgUser> withId(String id);
}
