package io.plumbline.extract;

import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.mapping.ResultField;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.OrgIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the integration user may write what is to be written, asked before anything is read (traps F8, I4). */
final class WriteTargets {

    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    static final ObjectName TASK = ObjectName.of("Task");

    /** What a task of ours is made of, besides its key. */
    private static final List<String> TASK_FIELDS =
            List.of("Subject", "Description", "ActivityDate", "Priority", "Status", "OwnerId", "WhatId");

    private final Mapping mapping;
    private final ConnectorConfig config;
    private final OrgIdentity org;
    private final Descriptions descriptions;

    WriteTargets(Mapping mapping, ConnectorConfig config, OrgIdentity org, Descriptions descriptions) {
        this.mapping = mapping;
        this.config = config;
        this.org = org;
        this.descriptions = descriptions;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        ObjectName account = mapping.source(SourceName.ACCOUNT)
                .map(source -> source.object())
                .orElse(ACCOUNT);
        Optional<ObjectDescription> description = descriptions.of(account);
        description.ifPresent(seen -> mapping.results().values().stream()
                .filter(result -> isWritten(result.result()))
                .forEach(result -> result(seen, result).ifPresent(problems::add)));
        if (config.write().tasks()) {
            descriptions
                    .of(TASK)
                    .ifPresentOrElse(
                            task -> problems.addAll(task(task)),
                            () -> problems.add(new Problem(
                                    "Task cannot be seen by " + org.userName() + ", so no task can be made.",
                                    "A Salesforce administrator grants that user access to activities, or switch tasks"
                                            + " off at write.tasks in connector.yaml.")));
        }
        return problems;
    }

    private boolean isWritten(Result result) {
        return result == Result.CHANGED_ON || config.write().results().contains(result);
    }

    private Optional<Problem> result(ObjectDescription account, ResultField result) {
        String name = account.name() + "." + result.field();
        Optional<FieldDescription> field = account.field(result.field().value());
        if (field.isEmpty()) {
            return Optional.of(new Problem(
                    name + " cannot be seen by " + org.userName()
                            + ", so it cannot be written: it is either not deployed or not granted.",
                    Advice.deployOrGrant(Requirements.key(result))));
        }
        if (!field.get().updateable()) {
            return Optional.of(new Problem(
                    name + " can be read but not edited by " + org.userName() + ".",
                    Advice.deployOrGrant(Requirements.key(result))));
        }
        return Optional.empty();
    }

    private List<Problem> task(ObjectDescription task) {
        List<Problem> problems = new ArrayList<>();
        if (!task.createable() || !task.updateable()) {
            problems.add(new Problem(
                    org.userName() + " may not create and edit tasks.",
                    "A Salesforce administrator gives that user the permission Edit Tasks, or switch tasks off at"
                            + " write.tasks in connector.yaml."));
        }
        key(task).ifPresent(problems::add);
        TASK_FIELDS.stream()
                .filter(name -> task.field(name)
                        .filter(field -> field.createable() && field.updateable())
                        .isEmpty())
                .map(name -> new Problem(
                        "Task." + name + " cannot be written by " + org.userName() + ".",
                        "A Salesforce administrator grants that user edit access to the field, for instance with the"
                                + " permission set Plumbline_Integration."))
                .forEach(problems::add);
        return problems;
    }

    /** Without a unique key a repeated send would make a second task. */
    private Optional<Problem> key(ObjectDescription task) {
        String name = "Task." + mapping.taskKey();
        Optional<FieldDescription> key = task.field(mapping.taskKey().value());
        if (key.isEmpty()) {
            return Optional.of(new Problem(
                    name + " cannot be seen by " + org.userName() + ": it is either not deployed or not granted.",
                    Advice.deployOrGrant("taskKey")));
        }
        if (!key.get().externalId() || !key.get().unique() || !key.get().createable()) {
            return Optional.of(new Problem(
                    name + " must be an external id, unique, and editable by " + org.userName()
                            + "; it is not all of that.",
                    Advice.deployOrGrant("taskKey")));
        }
        return Optional.empty();
    }
}
