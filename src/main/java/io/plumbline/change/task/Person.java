package io.plumbline.change.task;

import io.plumbline.crm.RecordId;
import java.util.Optional;

/**
 * A user who may be given a task.
 *
 * @param active whether Salesforce lets the user own new records (trap F16)
 * @param manager the user's manager, as Salesforce knows it
 */
public record Person(RecordId id, String name, boolean active, Optional<RecordId> manager) {}
