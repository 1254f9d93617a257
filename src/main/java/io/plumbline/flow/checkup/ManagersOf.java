package io.plumbline.flow.checkup;

import io.plumbline.change.task.People;
import io.plumbline.change.task.Person;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SoqlQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads some users and those above them, one call for each step up and 200 of them. */
final class ManagersOf {

    static final ObjectName USER = ObjectName.of("User");
    private static final FieldName NAME = FieldName.of("Name");
    private static final FieldName ACTIVE = FieldName.of("IsActive");
    private static final FieldName MANAGER = FieldName.of("ManagerId");
    static final List<FieldName> FIELDS = List.of(NAME, ACTIVE, MANAGER);

    private static final int MOST_STEPS = 8;
    private static final int MOST_AT_ONCE = 200;

    private final SignedIn org;

    ManagersOf(SignedIn org) {
        this.org = org;
    }

    People of(Collection<RecordId> users) {
        Map<RecordId, Person> known = new HashMap<>();
        Set<RecordId> asked = new HashSet<>();
        Set<RecordId> wanted = new HashSet<>(users);
        for (int step = 0; step < MOST_STEPS && !wanted.isEmpty(); step++) {
            asked.addAll(wanted);
            read(wanted).forEach(person -> known.put(person.id(), person));
            wanted = known.values().stream()
                    .filter(person -> !person.active())
                    .flatMap(person -> person.manager().stream())
                    .filter(manager -> !asked.contains(manager))
                    .collect(Collectors.toSet());
        }
        return new People(known);
    }

    private Stream<Person> read(Set<RecordId> users) {
        List<RecordId> sorted = users.stream().sorted().toList();
        return IntStream.range(0, Math.ceilDiv(sorted.size(), MOST_AT_ONCE))
                .mapToObj(
                        part -> sorted.subList(part * MOST_AT_ONCE, Math.min(sorted.size(), (part + 1) * MOST_AT_ONCE)))
                .flatMap(this::readAtOnce);
    }

    private Stream<Person> readAtOnce(List<RecordId> users) {
        String ids = users.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ", "Id IN (", ")"));
        return org
                .salesforce()
                .query(new SoqlQuery(USER, FIELDS, Optional.of(ids), Optional.empty(), false))
                .records()
                .stream()
                .map(ManagersOf::person);
    }

    static Person person(CrmRecord user) {
        return new Person(
                user.id(),
                user.text(NAME).orElse(user.id().value()),
                user.value(ACTIVE)
                        .filter(value -> value.equals(FieldValue.flag(true)))
                        .isPresent(),
                user.reference(MANAGER));
    }
}
