package io.plumbline.flow.checkup;

import io.plumbline.change.task.People;
import io.plumbline.change.task.Person;
import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.SoqlQuery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Accounts whose owner is no active user, and who would get their tasks (trap F16). */
final class OwnersCheck implements SignedInCheck {

    private static final int NAMED = 10;

    @Override
    public String id() {
        return "owners";
    }

    @Override
    public String subject() {
        return "Account owners";
    }

    @Override
    public List<CheckupLine> lines(SignedIn org) {
        Optional<Source> accounts = org.configuration().mapping().source(SourceName.ACCOUNT);
        Optional<FieldName> owner = org.configuration().mapping().field(Fact.ACCOUNT_OWNER);
        Optional<String> path = accounts.filter(
                        source -> org.salesforce().objects().contains(source.object()))
                .flatMap(source -> owner.flatMap(
                        field -> org.salesforce().describe(source.object()).field(field.value())))
                .flatMap(FieldDescription::relationshipName);
        if (path.isEmpty()) {
            return List.of(
                    CheckupLine.notChecked(id(), subject(), "the owner of accounts cannot be seen or is not mapped."));
        }
        Optional<FallbackPerson> fallback = FallbackPerson.of(org);
        return Stream.concat(
                        Stream.of(owners(
                                org,
                                accounts.orElseThrow(),
                                owner.orElseThrow(),
                                path.get(),
                                fallback.flatMap(FallbackPerson::active))),
                        fallback.map(person -> person.line(id(), subject())).stream())
                .toList();
    }

    private CheckupLine owners(SignedIn org, Source accounts, FieldName owner, String path, Optional<Person> fallback) {
        String inactive = path + ".IsActive = false";
        RecordPage page = org.salesforce()
                .query(new SoqlQuery(
                        accounts.object(),
                        List.of(owner),
                        Optional.of(org.configuration()
                                .connector()
                                .accountScope()
                                .map(scope -> inactive + " AND (" + scope + ")")
                                .orElse(inactive)),
                        Optional.empty(),
                        false));
        if (page.total() == 0) {
            return CheckupLine.ok(id(), subject(), "Every account that is judged has an active owner.");
        }
        Set<RecordId> inactiveOwners = page.records().stream()
                .flatMap(account -> account.reference(owner).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        People people = new ManagersOf(org).of(inactiveOwners);
        List<RecordId> left = inactiveOwners.stream()
                .filter(id -> people.activeOrManagerOf(id).isEmpty())
                .toList();
        String tasks = left.isEmpty()
                ? "Their tasks go to active managers above them."
                : "Nobody active stands above " + left.size() + " of them: those tasks "
                        + fallback.map(person -> "go to " + person.name() + " (fallbackPerson).")
                                .orElse("are held back and reported.");
        return CheckupLine.warning(
                id(),
                subject(),
                page.total() + (page.total() == 1 ? " account belongs" : " accounts belong") + " to "
                        + inactiveOwners.size()
                        + " inactive " + (inactiveOwners.size() == 1 ? "person" : "people") + " ("
                        + names(inactiveOwners, people) + "). " + tasks,
                !left.isEmpty() && fallback.isEmpty()
                        ? "Sales operations gives these accounts active owners, or names a fallbackPerson in"
                                + " connector.yaml."
                        : "Sales operations gives these accounts active owners.");
    }

    private static String names(Set<RecordId> owners, People people) {
        String some = owners.stream()
                .limit(NAMED)
                .map(id -> people.find(id).map(Person::name).orElse(id.value()))
                .collect(Collectors.joining(", "));
        return owners.size() > NAMED ? some + " and " + (owners.size() - NAMED) + " more" : some;
    }
}
