package io.plumbline.dossier.building;

import io.plumbline.config.mapping.Fact;
import io.plumbline.dossier.Interaction;
import io.plumbline.dossier.ModelWord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Interactions, from tasks that are done, events, and the e-mails behind logged tasks.
 *
 * <p>A task that carries our key is our own doing, and never a sign of life (trap F11).
 */
final class InteractionReader {

    private static final String CONTACT = "003";
    private static final String USER = "005";

    /** The relations and e-mails of an account's activities, by the activity that they belong to. */
    record Related(Map<String, List<MappedRow>> people, Map<String, List<MappedRow>> emails) {

        static Related of(Stream<MappedRow> people, Stream<MappedRow> emails) {
            return new Related(byParent(people), byParent(emails));
        }

        private static Map<String, List<MappedRow>> byParent(Stream<MappedRow> rows) {
            Map<String, List<MappedRow>> byParent = new TreeMap<>();
            rows.forEach(row -> row.row()
                    .parentId()
                    .ifPresent(parent -> byParent.computeIfAbsent(parent.value(), id -> new ArrayList<>())
                            .add(row)));
            return byParent;
        }
    }

    private final Related related;

    InteractionReader(Related related) {
        this.related = related;
    }

    /** The interaction that a task records; empty for an open one and for one of ours. */
    Optional<Interaction> task(MappedRow task) {
        if (!isDone(task)) {
            return Optional.empty();
        }
        List<MappedRow> emails = related.emails().getOrDefault(task.id(), List.of());
        Interaction.Kind kind =
                emails.isEmpty() ? kind(task, Fact.TASK_KIND, Interaction.Kind.OTHER) : Interaction.Kind.EMAIL;
        return Optional.of(new Interaction(
                task.id(),
                kind,
                emails.isEmpty() ? direction(task, Fact.TASK_DIRECTION) : direction(emails),
                date(task),
                people(task, Fact.TASK_WHO, Fact.TASK_RELATION_PERSON, CONTACT, Fact.TASK_OWNER),
                people(task, Fact.TASK_WHO, Fact.TASK_RELATION_PERSON, USER, Fact.TASK_OWNER),
                task.isSet(Fact.TASK_BUSINESS_REVIEW)));
    }

    Interaction event(MappedRow event) {
        return new Interaction(
                event.id(),
                kind(event, Fact.EVENT_KIND, Interaction.Kind.MEETING),
                direction(event, Fact.EVENT_DIRECTION),
                event.day(Fact.EVENT_DATE),
                people(event, Fact.EVENT_WHO, Fact.EVENT_RELATION_PERSON, CONTACT, Fact.EVENT_OWNER),
                people(event, Fact.EVENT_WHO, Fact.EVENT_RELATION_PERSON, USER, Fact.EVENT_OWNER),
                event.isSet(Fact.EVENT_BUSINESS_REVIEW));
    }

    /** An e-mail that hangs on no task of the account, and so is an interaction by itself. */
    Interaction email(MappedRow email) {
        return new Interaction(
                email.id(),
                Interaction.Kind.EMAIL,
                direction(email, Fact.EMAIL_DIRECTION),
                email.day(Fact.EMAIL_DATE),
                List.of(),
                List.of(),
                false);
    }

    static boolean isDone(MappedRow task) {
        return task.isSet(Fact.TASK_CLOSED) && task.value(Fact.TASK_KEY).isEmpty();
    }

    /** A task's date is when it was due: one that was done before that happened on the day it was done. */
    static @Nullable LocalDate date(MappedRow task) {
        LocalDate due = task.day(Fact.TASK_DATE);
        LocalDate done = task.day(Fact.TASK_COMPLETED_ON);
        if (due == null || done == null) {
            return due == null ? done : due;
        }
        return done.isBefore(due) ? done : due;
    }

    /** Who took part: the person named, the people related who did not decline, and the owner. */
    private List<String> people(MappedRow activity, Fact named, Fact relation, String prefix, Fact owner) {
        Set<String> people = new LinkedHashSet<>();
        add(people, activity.reference(owner), prefix);
        add(people, activity.reference(named), prefix);
        for (MappedRow person : related.people().getOrDefault(activity.id(), List.of())) {
            if (!hasDeclined(person)) {
                add(people, person.reference(relation), prefix);
            }
        }
        return List.copyOf(people);
    }

    static boolean hasDeclined(MappedRow person) {
        return "Declined".equals(person.text(Fact.EVENT_RELATION_STATUS));
    }

    private static void add(Set<String> people, @Nullable String id, String prefix) {
        if (id != null && id.startsWith(prefix)) {
            people.add(id);
        }
    }

    private static Interaction.Kind kind(MappedRow row, Fact fact, Interaction.Kind otherwise) {
        Interaction.Kind kind = ModelWord.read(Interaction.Kind.class, row.text(fact));
        return kind == null ? otherwise : kind;
    }

    private static Interaction.@Nullable Direction direction(MappedRow row, Fact fact) {
        return ModelWord.read(Interaction.Direction.class, row.text(fact));
    }

    /** A thread that went both ways is one interaction both ways. */
    private static Interaction.@Nullable Direction direction(List<MappedRow> emails) {
        Set<Interaction.Direction> seen = new LinkedHashSet<>();
        for (MappedRow email : emails) {
            Interaction.Direction direction = direction(email, Fact.EMAIL_DIRECTION);
            if (direction != null) {
                seen.add(direction);
            }
        }
        return switch (seen.size()) {
            case 0 -> null;
            case 1 -> seen.iterator().next();
            default -> Interaction.Direction.BOTH;
        };
    }
}
