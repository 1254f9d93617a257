package io.plumbline.dossier.building.people;

import io.plumbline.config.mapping.Fact;
import io.plumbline.dossier.Interaction;
import io.plumbline.dossier.ModelWord;
import io.plumbline.dossier.building.rows.MappedRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
public final class InteractionReader {

    private static final String CONTACT = "003";
    private static final String USER = "005";

    /** The relations and e-mails of an account's activities, by the activity or e-mail that they belong to. */
    record Related(Map<String, List<MappedRow>> people, Map<String, List<MappedRow>> emails) {

        static Related of(Stream<MappedRow> people, Stream<MappedRow> emails) {
            return new Related(byParent(people), byParent(emails));
        }

        List<MappedRow> people(MappedRow activity) {
            return people.getOrDefault(activity.id(), List.of());
        }

        /** The e-mails that a task logs. */
        List<MappedRow> emails(MappedRow task) {
            return emails.getOrDefault(task.id(), List.of());
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
        List<MappedRow> emails = related.emails(task);
        Interaction.Kind kind =
                emails.isEmpty() ? kind(task, Fact.TASK_KIND, Interaction.Kind.OTHER) : Interaction.Kind.EMAIL;
        List<String> people = people(task, Fact.TASK_OWNER, Fact.TASK_WHO, Fact.TASK_RELATION_PERSON);
        return Optional.of(new Interaction(
                task.id(),
                kind,
                emails.isEmpty() ? direction(task, Fact.TASK_DIRECTION) : direction(emails),
                taskDate(task),
                of(people, CONTACT),
                of(people, USER),
                task.isSet(Fact.TASK_BUSINESS_REVIEW)));
    }

    Interaction event(MappedRow event) {
        List<String> people = people(event, Fact.EVENT_OWNER, Fact.EVENT_WHO, Fact.EVENT_RELATION_PERSON);
        return new Interaction(
                event.id(),
                kind(event, Fact.EVENT_KIND, Interaction.Kind.MEETING),
                direction(event, Fact.EVENT_DIRECTION),
                eventDate(event),
                of(people, CONTACT),
                of(people, USER),
                event.isSet(Fact.EVENT_BUSINESS_REVIEW));
    }

    /** An e-mail that no task records, and so is an interaction by itself. */
    Interaction email(MappedRow email) {
        List<String> people = correspondents(email).distinct().toList();
        return new Interaction(
                email.id(),
                Interaction.Kind.EMAIL,
                direction(email, Fact.EMAIL_DIRECTION),
                email.day(Fact.EMAIL_DATE),
                of(people, CONTACT),
                of(people, USER),
                false);
    }

    /** The identifiers of the messages that a task logs. */
    List<String> messages(MappedRow task) {
        return related.emails(task).stream()
                .flatMap(email -> message(email).stream())
                .toList();
    }

    static Optional<String> message(MappedRow email) {
        return Optional.ofNullable(email.text(Fact.EMAIL_MESSAGE)).filter(id -> !id.isBlank());
    }

    static boolean isDone(MappedRow task) {
        return task.isSet(Fact.TASK_CLOSED) && task.value(Fact.TASK_KEY).isEmpty();
    }

    /** A task's date is when it was due: one that was done before that happened on the day it was done. */
    public static @Nullable LocalDate taskDate(MappedRow task) {
        LocalDate due = task.day(Fact.TASK_DATE);
        LocalDate done = task.day(Fact.TASK_COMPLETED_ON);
        if (due == null || done == null) {
            return due == null ? done : due;
        }
        return done.isBefore(due) ? done : due;
    }

    /**
     * The day on which an event began in the org's zone. What lasts all day has a day and no moment: its start is written
     * as midnight in UTC, which west of Greenwich is the day before (trap H1).
     */
    public static @Nullable LocalDate eventDate(MappedRow event) {
        boolean hasHour = Boolean.FALSE.equals(event.flag(Fact.EVENT_ALL_DAY));
        LocalDate began = hasHour ? event.day(Fact.EVENT_STARTS) : null;
        return began == null ? event.day(Fact.EVENT_DATE) : began;
    }

    /** Who took part, each once: the owner, the person named, those related who did not decline, and who was written to. */
    private List<String> people(MappedRow activity, Fact owner, Fact named, Fact relation) {
        Stream<@Nullable String> all = Stream.of(
                        Stream.of(owner, named).map(activity::reference),
                        related.people(activity).stream()
                                .filter(person -> !hasDeclined(person))
                                .map(person -> person.reference(relation)))
                .flatMap(found -> found);
        return Stream.concat(
                        all.filter(Objects::nonNull),
                        related.emails(activity).stream().flatMap(this::correspondents))
                .distinct()
                .toList();
    }

    /** Who an e-mail came from and went to. */
    private Stream<String> correspondents(MappedRow email) {
        return related.people(email).stream()
                .flatMap(person -> Stream.ofNullable(person.reference(Fact.EMAIL_RELATION_PERSON)));
    }

    static boolean hasDeclined(MappedRow person) {
        return "Declined".equals(person.text(Fact.EVENT_RELATION_STATUS));
    }

    private static List<String> of(List<String> people, String prefix) {
        return people.stream().filter(id -> id.startsWith(prefix)).toList();
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
