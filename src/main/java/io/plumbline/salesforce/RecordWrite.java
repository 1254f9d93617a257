package io.plumbline.salesforce;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.crm.StorableText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One record to be written. A field with {@link FieldValue#EMPTY} is cleared; one that is not named stays as it is. */
public sealed interface RecordWrite {

    ObjectName object();

    Map<FieldName, FieldValue> fields();

    /** Changes an existing record, and never makes a new one (trap F10). */
    record Update(ObjectName object, RecordId id, Map<FieldName, FieldValue> fields) implements RecordWrite {
        public Update {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * Makes the record with this key or changes the one that has it, so that sending it twice makes one (trap F1).
     *
     * @param mailsOwner whether Salesforce may tell the owner by mail, which only the SOAP API can ask for
     */
    record Upsert(
            ObjectName object, FieldName keyField, String key, Map<FieldName, FieldValue> fields, boolean mailsOwner)
            implements RecordWrite {

        /** Without mail. */
        public Upsert(ObjectName object, FieldName keyField, String key, Map<FieldName, FieldValue> fields) {
            this(object, keyField, key, fields, false);
        }

        /** @throws IllegalArgumentException when the key is blank or would not come back as it was sent (trap E9) */
        public Upsert {
            if (key.isBlank() || !key.equals(StorableText.of(key.strip()))) {
                throw new IllegalArgumentException("'" + key + "' cannot be the key of a record");
            }
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
