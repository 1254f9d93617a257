package io.plumbline.dossier.building.people;

import io.plumbline.config.mapping.SourceName;
import io.plumbline.dossier.Interaction;
import io.plumbline.dossier.building.rows.MappedRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The interactions of one account, each once: an e-mail and the task that logs it are one, and so are the copies of one
 * message that several people logged.
 */
public final class Interactions {

    private final Map<String, Interaction> byId = new LinkedHashMap<>();
    private final Map<String, String> idByMessage = new HashMap<>();

    private Interactions() {}

    /** Tasks first, then events, then the e-mails that no task records, each in the order of their Ids. */
    public static List<Interaction> of(Function<SourceName, Stream<MappedRow>> rows) {
        List<MappedRow> emails = rows.apply(SourceName.EMAILS).toList();
        InteractionReader reader = new InteractionReader(InteractionReader.Related.of(
                Stream.of(SourceName.TASK_RELATIONS, SourceName.EVENT_RELATIONS, SourceName.EMAIL_RELATIONS)
                        .flatMap(rows),
                emails.stream()));
        Interactions all = new Interactions();
        Set<String> recorded = new HashSet<>();
        rows.apply(SourceName.TASKS)
                .forEach(task -> reader.task(task).ifPresent(interaction -> {
                    recorded.add(task.id());
                    all.add(interaction, reader.messages(task));
                }));
        rows.apply(SourceName.EVENTS).forEach(event -> all.add(reader.event(event), List.of()));
        emails.stream()
                .filter(email -> email.row()
                        .parentId()
                        .filter(parent -> recorded.contains(parent.value()))
                        .isEmpty())
                .forEach(email -> all.add(
                        reader.email(email),
                        InteractionReader.message(email).stream().toList()));
        return List.copyOf(all.byId.values());
    }

    private void add(Interaction interaction, List<String> messages) {
        String id = String.valueOf(interaction.id());
        Optional<String> copied = messages.stream()
                .flatMap(message -> Stream.ofNullable(idByMessage.get(message)))
                .findFirst();
        String kept = copied.orElse(id);
        messages.forEach(message -> idByMessage.putIfAbsent(message, kept));
        byId.merge(kept, interaction, Interactions::together);
    }

    /** Two records of one message, with everybody who is on either. */
    private static Interaction together(Interaction one, Interaction other) {
        return new Interaction(
                one.id(),
                one.kind(),
                one.direction() == null ? other.direction() : one.direction(),
                one.date() == null ? other.date() : one.date(),
                both(one.contactIds(), other.contactIds()),
                both(one.userIds(), other.userIds()),
                one.businessReview() || other.businessReview());
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
