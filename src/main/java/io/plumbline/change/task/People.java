package io.plumbline.change.task;

import io.plumbline.crm.RecordId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The users of an org, as far as the integration user sees them. */
public record People(Map<RecordId, Person> byId) {

    public People {
        byId = Map.copyOf(byId);
    }

    public static People of(Collection<Person> people) {
        return new People(people.stream().collect(Collectors.toMap(Person::id, Function.identity())));
    }

    public Optional<Person> find(RecordId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The user, when active, else the nearest active one up the chain of managers; empty when the chain ends, leaves
     * what we can see, or turns in a circle.
     */
    public Optional<Person> activeOrManagerOf(RecordId start) {
        Set<RecordId> seen = new HashSet<>();
        Optional<Person> candidate = find(start);
        while (candidate.isPresent() && seen.add(candidate.get().id())) {
            if (candidate.get().active()) {
                return candidate;
            }
            candidate = candidate.flatMap(Person::manager).flatMap(this::find);
        }
        return Optional.empty();
    }
}
