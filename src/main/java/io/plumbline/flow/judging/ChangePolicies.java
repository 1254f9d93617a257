package io.plumbline.flow.judging;

import io.plumbline.change.ChangePolicy;
import io.plumbline.change.TargetField;
import io.plumbline.config.Configuration;
import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.mapping.ResultField;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.reading.ReadOrg;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirrorRow;
import io.plumbline.mirror.RowSource;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.ObjectDescription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The administrator's choices about writing, met with what the org of a run can hold. */
public final class ChangePolicies {

    private static final ObjectName ACCOUNT = ObjectName.of("Account");

    private final Configuration configuration;
    private final Mirror mirror;

    public ChangePolicies(Configuration configuration, Mirror mirror) {
        this.configuration = configuration;
        this.mirror = mirror;
    }

    ChangePolicy of(ReadOrg read) {
        ObjectDescription account = read.org()
                .salesforce()
                .describe(configuration
                        .mapping()
                        .source(SourceName.ACCOUNT)
                        .map(source -> source.object())
                        .orElse(ACCOUNT));
        List<TargetField> targets = configuration.mapping().results().values().stream()
                .filter(this::isWritten)
                .flatMap(result -> target(result, account).stream())
                .toList();
        return ChangePolicy.of(
                targets,
                configuration.tasks(),
                configuration.connector().write().tasks() && read.sawOurTasks(),
                configuration.connector().write().minScoreChange(),
                fallback(read.orgId()));
    }

    private boolean isWritten(ResultField result) {
        return result.result() == Result.CHANGED_ON
                || configuration.connector().write().results().contains(result.result());
    }

    private static Optional<TargetField> target(ResultField result, ObjectDescription account) {
        return account.field(result.field().value())
                .filter(FieldDescription::updateable)
                .map(field -> new TargetField(result, field.length(), field.digitsBefore()));
    }

    /** The configured person by Id, or by username among the users that can be seen. */
    private Optional<RecordId> fallback(RecordId org) {
        return configuration
                .connector()
                .fallbackPerson()
                .flatMap(
                        person -> RecordId.isId(person) ? Optional.of(RecordId.of(person)) : withUsername(org, person));
    }

    private Optional<RecordId> withUsername(RecordId org, String username) {
        FieldName field = configuration.mapping().field(Fact.USER_USERNAME).orElse(FieldName.of("Username"));
        try (Stream<MirrorRow> users = mirror.org(org).rows(RowSource.of(SourceName.USERS.key())).stream()) {
            return users.filter(user -> user.record()
                            .text(field)
                            .filter(username::equalsIgnoreCase)
                            .isPresent())
                    .map(MirrorRow::id)
                    .findFirst();
        }
    }
}
