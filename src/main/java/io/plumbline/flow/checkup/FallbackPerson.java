package io.plumbline.flow.checkup;

import io.plumbline.change.task.Person;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SoqlQuery;
import java.util.Optional;

/** The person whom connector.yaml names for tasks that nobody else can get. */
final class FallbackPerson {

    private final SignedIn org;

    FallbackPerson(SignedIn org) {
        this.org = org;
    }

    /** Empty when none is named, or nobody visible is called so. */
    Optional<Person> person() {
        return org.configuration()
                .connector()
                .fallbackPerson()
                .map(name ->
                        RecordId.isId(name) ? "Id = '" + RecordId.of(name) + "'" : "Username = '" + text(name) + "'")
                .flatMap(condition -> org
                        .salesforce()
                        .query(new SoqlQuery(
                                ManagersOf.USER, ManagersOf.FIELDS, Optional.of(condition), Optional.empty(), false))
                        .records()
                        .stream()
                        .map(ManagersOf::person)
                        .findFirst());
    }

    /** Empty when none is named. */
    Optional<CheckupLine> line() {
        return org.configuration().connector().fallbackPerson().map(this::line);
    }

    private CheckupLine line(String name) {
        Optional<Person> person = person();
        String advice = "Sales operations names an active user as fallbackPerson in connector.yaml, by username or Id.";
        if (person.isEmpty()) {
            return CheckupLine.problem(
                    "owners",
                    "Account owners",
                    "No user that can be seen is " + name + " (fallbackPerson), so tasks that nobody else can get are"
                            + " held back.",
                    advice);
        }
        return person.get().active()
                ? CheckupLine.ok(
                        "owners",
                        "Account owners",
                        person.get().name() + " gets the tasks that nobody else can (fallbackPerson).")
                : CheckupLine.problem(
                        "owners",
                        "Account owners",
                        person.get().name() + " (fallbackPerson) is not active and gets no task.",
                        advice);
    }

    /** A text as SOQL writes it; the backslash first (trap L5). */
    private static String text(String name) {
        return name.replace("\\", "\\\\").replace("'", "\\'");
    }
}
