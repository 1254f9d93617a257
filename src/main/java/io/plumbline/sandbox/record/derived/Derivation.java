package io.plumbline.sandbox.record.derived;

import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.setup.OrgSettings;
import java.util.Map;

/** What Salesforce works out by itself when a record of one object is saved. */
public interface Derivation {

    /** Fills derived fields before the checks for required fields. */
    default void before(Change change) {}

    /** Moves other records after this one was stored; {@code saved} is what was stored. */
    default void after(Change change, StoredRecord saved) {}

    /** For an object without derived values. */
    Derivation NONE = new Derivation() {};

    /** The derivation of each object that has one. */
    static Map<String, Derivation> all(OrgSettings settings) {
        Derivation activities = new ActivityDerivation(settings.zone());
        return Map.of(
                "Contact", new PersonNameDerivation(),
                "User", new PersonNameDerivation(),
                "Opportunity", new OpportunityDerivation(settings),
                "OpportunityLineItem", new LineItemDerivation(),
                "Case", new CaseDerivation(),
                "EmailMessage", new EmailDerivation(),
                "Task", activities,
                "Event", activities);
    }
}
