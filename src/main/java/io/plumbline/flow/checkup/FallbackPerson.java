package io.plumbline.flow.checkup;

import io.plumbline.change.task.Person;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SoqlQuery;
import java.util.Optional;

/**
 * The person whom connector.yaml names for tasks that nobody else can get.
 *
 * @param named as it stands there: a username or an Id
 * @param found empty when nobody visible is called so
 */
record FallbackPerson(String named, Optional<Person> found) {

    /** Empty when none is named. */
    static Optional<FallbackPerson> of(SignedIn org) {
        return org.configuration().connector().fallbackPerson().map(name -> new FallbackPerson(name, find(org, name)));
    }

    private static Optional<Person> find(SignedIn org, String name) {
        String condition = RecordId.isId(name) ? "Id = '" + RecordId.of(name) + "'" : "Username = '" + text(name) + "'";
        return org
                .salesforce()
                .query(new SoqlQuery(
                        ManagersOf.USER, ManagersOf.FIELDS, Optional.of(condition), Optional.empty(), false))
                .records()
                .stream()
                .map(ManagersOf::person)
                .findFirst();
    }

    /** Who can be given tasks. */
    Optional<Person> active() {
        return found.filter(Person::active);
    }

    CheckupLine line(String id, String subject) {
        String advice = "Sales operations names an active user as fallbackPerson in connector.yaml, by username or Id.";
        if (found.isEmpty()) {
            return CheckupLine.problem(
                    id,
                    subject,
                    "No user that can be seen is " + named + " (fallbackPerson), so tasks that nobody else can get are"
                            + " held back.",
                    advice);
        }
        String name = found.get().name();
        return active().isPresent()
                ? CheckupLine.ok(id, subject, name + " gets the tasks that nobody else can (fallbackPerson).")
                : CheckupLine.problem(id, subject, name + " (fallbackPerson) is not active and gets no task.", advice);
    }

    /** A text as SOQL writes it; the backslash first (trap L5). */
    private static String text(String name) {
        return name.replace("\\", "\\\\").replace("'", "\\'");
    }
}
