package io.plumbline.change;

import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** One record that is to be different in Salesforce, with the reason in words. */
public sealed interface Change {

    /** The account concerned, by which writes are ordered: tasks lock their account (trap F3). */
    RecordId account();

    /** The same for the same change in the same run, and for no other. */
    String key();

    String reason();

    /** New values for fields of the account itself; an account has at most one in a run. */
    record AccountUpdate(RecordId account, List<FieldChange> fields) implements Change {
        public AccountUpdate {
            fields = List.copyOf(fields);
        }

        @Override
        public String key() {
            return keyOf(account);
        }

        /** The key of any change of these fields. */
        static String keyOf(RecordId account) {
            return "account-" + account;
        }

        @Override
        public String reason() {
            return fields.stream()
                    .map(change -> change.field() + ": " + change.reason())
                    .collect(Collectors.joining("; "));
        }
    }

    /**
     * A task that does not exist yet.
     *
     * @param taskKey the value of our external id field, which makes a second one impossible (trap F1)
     */
    record TaskCreation(
            RecordId account,
            String taskKey,
            RecordId owner,
            String subject,
            String description,
            String priority,
            LocalDate due,
            String reason)
            implements Change {
        @Override
        public String key() {
            return taskKey;
        }
    }

    /** Other words on an open task of ours; its owner, date and status are people's and stay. */
    record TaskRefresh(
            RecordId account,
            RecordId task,
            String taskKey,
            String subject,
            String description,
            String priority,
            String reason)
            implements Change {
        @Override
        public String key() {
            return taskKey;
        }
    }

    /** An open task of ours whose reason is gone. */
    record TaskClosure(
            RecordId account, RecordId task, String taskKey, String status, String description, String reason)
            implements Change {
        @Override
        public String key() {
            return taskKey;
        }
    }
}
