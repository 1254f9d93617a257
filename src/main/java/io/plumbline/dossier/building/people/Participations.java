package io.plumbline.dossier.building.people;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.dossier.building.rows.MappedRow;
import io.plumbline.dossier.building.rows.ReadSources;
import io.plumbline.mirror.MirrorRow;
import io.plumbline.mirror.RowSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who took part in which activity, on any account, and on which day. */
public final class Participations {

    private static final RowSource TASKS = ReadSources.row(SourceName.TASKS);
    private static final RowSource EVENTS = ReadSources.row(SourceName.EVENTS);
    private static final RowSource EMAILS = ReadSources.row(SourceName.EMAILS);

    /** The activities themselves. */
    public static final List<RowSource> ACTIVITIES = List.of(TASKS, EVENTS, EMAILS);

    private static final Map<RowSource, Fact> PERSONS = Map.of(
            ReadSources.row(SourceName.TASK_RELATIONS),
            Fact.TASK_RELATION_PERSON,
            ReadSources.row(SourceName.EVENT_RELATIONS),
            Fact.EVENT_RELATION_PERSON,
            ReadSources.row(SourceName.EMAIL_RELATIONS),
            Fact.EMAIL_RELATION_PERSON);

    private final Mapping mapping;
    private final ZoneId zone;
    private final LocalDate from;

    /** @param from earlier activities are left out */
    public Participations(Mapping mapping, ZoneId zone, LocalDate from) {
        this.mapping = mapping;
        this.zone = zone;
        this.from = from;
    }

    /** Looks at one participation at a time. */
    @FunctionalInterface
    public interface Visitor {

        void visit(String activity, String user, LocalDate day);
    }

    /** By which people are related to activities. */
    public static Stream<RowSource> relations() {
        return PERSONS.keySet().stream();
    }

    /** The activities and what hangs on them. */
    public static Stream<RowSource> sources() {
        return Stream.concat(ACTIVITIES.stream(), relations());
    }

    /** Goes through the rows that are shown of each source, holding one day for each activity. */
    public void each(BiConsumer<RowSource, Consumer<MirrorRow>> rows, Visitor visitor) {
        Map<String, LocalDate> days = new HashMap<>();
        owners(rows, (activity, owner, day) -> {
            days.put(activity, day);
            if (owner != null) {
                visitor.visit(activity, owner, day);
            }
        });
        others(rows, days, visitor);
    }

    /** Is told of an activity, whether or not anybody owns it. */
    @FunctionalInterface
    public interface OwnerVisitor {

        void visit(String activity, @Nullable String owner, LocalDate day);
    }

    /** The activities alone, each once. */
    public void owners(BiConsumer<RowSource, Consumer<MirrorRow>> rows, OwnerVisitor visitor) {
        rows.accept(TASKS, row -> {
            MappedRow task = mapped(row);
            if (InteractionReader.isDone(task)) {
                activity(task, task.reference(Fact.TASK_OWNER), InteractionReader.taskDate(task), visitor);
            }
        });
        rows.accept(EVENTS, row -> {
            MappedRow event = mapped(row);
            activity(event, event.reference(Fact.EVENT_OWNER), InteractionReader.eventDate(event), visitor);
        });
        rows.accept(EMAILS, row -> {
            MappedRow email = mapped(row);
            activity(email, null, email.day(Fact.EMAIL_DATE), visitor);
        });
    }

    /**
     * The people who are related to activities; the same one may come twice, and one who owns it may come, too.
     *
     * @param days the day of each activity, as {@link #owners} tells it
     */
    public void others(BiConsumer<RowSource, Consumer<MirrorRow>> rows, Map<String, LocalDate> days, Visitor visitor) {
        PERSONS.forEach((source, fact) -> rows.accept(source, row -> person(mapped(row), fact, days, visitor)));
    }

    private void activity(MappedRow activity, @Nullable String owner, @Nullable LocalDate date, OwnerVisitor visitor) {
        if (date != null && !date.isBefore(from)) {
            visitor.visit(activity.id(), owner, date);
        }
    }

    private static void person(MappedRow relation, Fact fact, Map<String, LocalDate> days, Visitor visitor) {
        String activity = relation.row().parentId().map(Object::toString).orElse("");
        LocalDate date = days.get(activity);
        String user = relation.reference(fact);
        boolean declined = fact == Fact.EVENT_RELATION_PERSON && InteractionReader.hasDeclined(relation);
        if (date != null && user != null && !declined) {
            visitor.visit(activity, user, date);
        }
    }

    private MappedRow mapped(MirrorRow row) {
        return new MappedRow(row, mapping, zone);
    }
}
