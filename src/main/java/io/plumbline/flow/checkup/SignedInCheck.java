package io.plumbline.flow.checkup;

import java.util.List;

/** One thing to find out about an org that the integration user is signed in to. */
interface SignedInCheck {

    /** The id of its lines. */
    String id();

    /** What it looks at, for people. */
    String subject();

    /** What it found; may fail with what the org's calls fail with. */
    List<CheckupLine> lines(SignedIn org);
}
