package io.plumbline.extract;

import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.extract.reading.SourceQuery;
import io.plumbline.mirror.Gap;
import io.plumbline.mirror.RowSource;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.OrgIdentity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what the mapping asks for with what the org shows, and collects every difference at once. */
final class Preflight {

    /** There in orgs with several currencies alone, and not missed in others (trap H7). */
    private static final String CURRENCY_OF_RECORD = "CurrencyIsoCode";

    private static final ObjectName NATIVE_PLAN = ObjectName.of("AccountPlan");
    private final Mapping mapping;
    private final ConnectorConfig config;
    private final OrgIdentity org;
    private final Descriptions descriptions;
    private final Requirements requirements;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<SourceQuery> queries = new ArrayList<>();

    Preflight(Mapping mapping, ConnectorConfig config, OrgIdentity org, Descriptions descriptions) {
        this.mapping = mapping;
        this.config = config;
        this.org = org;
        this.descriptions = descriptions;
        this.requirements = new Requirements(mapping);
    }

    Readiness check() {
        mapping.sources().values().forEach(this::check);
        config.accountScope().ifPresent(this::scope);
        if (config.write().tasks()) {
            ownTasks();
        }
        problems.addAll(new WriteTargets(mapping, config, org, descriptions).problems());
        return new Readiness(problems, gaps, queries);
    }

    private void check(Source source) {
        Optional<ObjectDescription> description = descriptions.of(source.object());
        if (description.isEmpty()) {
            missing(source);
            return;
        }
        Set<FieldName> visible = new LinkedHashSet<>();
        List<Problem> lacking = new ArrayList<>();
        for (Wanted wanted : requirements.of(source)) {
            check(source, wanted, visible, lacking);
        }
        if (!lacking.isEmpty()) {
            withoutWhatItRequires(source, lacking);
            return;
        }
        SourceQuery.Way way = way(description.get());
        if (way == SourceQuery.Way.SNAPSHOT && isStamped(description.get())) {
            // With their own stamps, rows that did not change are not written again with every snapshot.
            visible.add(SourceQuery.STAMP);
        }
        source.account()
                .filter(path -> path.isPath() && source.parent().isPresent())
                .ifPresent(visible::remove);
        queries.add(new SourceQuery(
                row(source),
                source.object(),
                List.copyOf(visible),
                unstamped(source, visible),
                source.account(),
                source.parent(),
                Optional.empty(),
                source.where(),
                way));
    }

    /**
     * An object that shows only a part of itself, as e-mails do in an org without Enhanced Email, is to whoever may do without it
     * as good as one that is not there.
     */
    private void withoutWhatItRequires(Source source, List<Problem> lacking) {
        if (!source.mayBeMissing()) {
            problems.addAll(lacking);
            return;
        }
        String what = lacking.stream().map(Problem::what).collect(Collectors.joining(" "));
        gap(
                source,
                Optional.empty(),
                what + " What sources." + source.name().key() + " supplies is unknown. "
                        + lacking.getFirst().advice());
    }

    private Set<FieldName> unstamped(Source source, Set<FieldName> visible) {
        return visible.stream()
                .filter(field -> field.isPath()
                        || descriptions
                                .field(source.object(), field)
                                .filter(FieldDescription::calculated)
                                .isPresent())
                .collect(Collectors.toSet());
    }

    private void check(Source source, Wanted wanted, Set<FieldName> visible, List<Problem> lacking) {
        Optional<FieldDescription> field = descriptions.field(source.object(), wanted.field());
        String name = source.object() + "." + wanted.field();
        if (field.filter(found -> found.type() == FieldDescription.Type.COMPOUND)
                .isPresent()) {
            problems.add(new Problem(
                    name + " is made of parts and cannot be read as one.",
                    "Name one of its parts at " + wanted.key() + " in mapping.yaml."));
        } else if (field.isPresent()) {
            visible.add(wanted.field());
        } else if (wanted.need() == Wanted.Need.REQUIRED) {
            lacking.add(new Problem(hidden(name), Advice.deployOrGrant(wanted.key())));
        } else if (wanted.need() == Wanted.Need.OPTIONAL && isMissed(wanted.field())) {
            gap(
                    source,
                    Optional.of(wanted.field()),
                    hidden(name) + " What " + wanted.key() + " supplies is unknown. "
                            + Advice.deployOrGrant(wanted.key()));
        }
    }

    private void missing(Source source) {
        String key = "sources." + source.name().key();
        if (!source.mayBeMissing()) {
            problems.add(new Problem(hidden(source.object().value()), advice(source, key)));
        } else if (!isLackedByMany(source.name())) {
            gap(
                    source,
                    Optional.empty(),
                    hidden(source.object().value()) + " What " + key + " supplies is unknown. "
                            + Advice.deployOrGrant(key));
        }
    }

    /** An org without it lacks nothing: one that has a single currency, or one rate for each. */
    private boolean isLackedByMany(SourceName source) {
        return source == SourceName.DATED_RATES || source == SourceName.CURRENCIES && !org.multiCurrency();
    }

    /** An org that lacks the shipped plan object often has plans of another kind, for which an example stands ready. */
    private String advice(Source source, String key) {
        boolean otherPlans = source.name() == SourceName.PLANS
                && !source.object().equals(NATIVE_PLAN)
                && descriptions.of(NATIVE_PLAN).isPresent();
        return Advice.deployOrGrant(key)
                + (otherPlans
                        ? " This org shows the account plans of Sales Cloud: to judge those, use"
                                + " connector-config/examples/account-plans/mapping.yaml."
                        : "");
    }

    private void gap(Source source, Optional<FieldName> field, String reason) {
        boolean known = gaps.stream()
                .anyMatch(gap -> gap.source().equals(row(source)) && gap.field().equals(field));
        if (!known) {
            gaps.add(new Gap(row(source), field, reason));
        }
    }

    private void scope(String condition) {
        mapping.source(SourceName.ACCOUNT)
                .ifPresent(account -> queries.add(SourceQuery.ofScope(account.object(), condition)));
    }

    /** Our own tasks with all we must know of them; of other people's, only what makes them interactions is read. */
    private void ownTasks() {
        List<FieldName> fields = SourceQuery.OWN_TASK_FIELDS.stream()
                .filter(field -> descriptions.field(WriteTargets.TASK, field).isPresent())
                .toList();
        boolean keyed = descriptions.field(WriteTargets.TASK, mapping.taskKey()).isPresent();
        Optional<ObjectDescription> task = descriptions.of(WriteTargets.TASK);
        if (keyed && task.isPresent()) {
            queries.add(SourceQuery.ofOwnTasks(fields, mapping.taskKey(), way(task.get())));
        }
    }

    private static SourceQuery.Way way(ObjectDescription object) {
        SourceQuery.Way usual = SourceQuery.Way.usual(object.name());
        boolean marksDeleted = object.field(SourceQuery.DELETED.value()).isPresent();
        return isStamped(object) && (marksDeleted || usual != SourceQuery.Way.WINDOW)
                ? usual
                : SourceQuery.Way.SNAPSHOT;
    }

    private static boolean isStamped(ObjectDescription object) {
        return object.field(SourceQuery.STAMP.value()).isPresent();
    }

    private String hidden(String name) {
        return name + " cannot be seen by " + org.userName() + ": it is either not deployed or not granted.";
    }

    private boolean isMissed(FieldName field) {
        return org.multiCurrency() || !field.steps().getLast().equals(CURRENCY_OF_RECORD);
    }

    private static RowSource row(Source source) {
        return RowSource.of(source.name().key());
    }
}
