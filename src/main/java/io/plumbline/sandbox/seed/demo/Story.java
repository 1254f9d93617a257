package io.plumbline.sandbox.seed.demo;

import java.util.List;

/**
 * A story that one or several accounts of the demo live through.
 *
 * @param name how tests and people refer to it
 * @param moral what the assessment should make of it, in one sentence
 * @param tiers the tier of each account that lives it; as many accounts as tiers
 * @param owner who owns these accounts
 * @param telling writes the records of one account
 */
record Story(String name, String moral, List<Integer> tiers, Owner owner, Telling telling) {

    /** Whose accounts these are. */
    enum Owner {
        /** One of the account managers who log what they do. */
        DILIGENT,
        /** One of the two who never log anything. */
        SILENT,
        /** The one who has left the company. */
        DEPARTED
    }

    /** What happens to one account. */
    interface Telling {
        void tell(Scene scene);
    }

    Story {
        tiers = List.copyOf(tiers);
    }

    static Story of(String name, String moral, List<Integer> tiers, Telling telling) {
        return new Story(name, moral, tiers, Owner.DILIGENT, telling);
    }
}
