package io.plumbline.change;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** A change as text and back, for the tables that remember it. */
public final class ChangeJson {

    /** What an earlier version wrote lacks what came later. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addSerializer(RecordId.class, new ToStringSerializer(RecordId.class))
                    .addSerializer(FieldName.class, new ToStringSerializer(FieldName.class))
                    .addDeserializer(RecordId.class, new RecordIdReader())
                    .addDeserializer(FieldName.class, new FieldNameReader()))
            .addMixIn(Change.class, Kinds.class)
            .addMixIn(FieldValue.class, Types.class)
            .build();

    private ChangeJson() {}

    public static String write(Change change) {
        return JSON.writerFor(Change.class).writeValueAsString(change);
    }

    /** @throws tools.jackson.core.JacksonException when the text was not written by {@link #write} */
    public static Change read(String text) {
        return JSON.readValue(text, Change.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Change.AccountUpdate.class, name = "account"),
        @JsonSubTypes.Type(value = Change.TaskCreation.class, name = "taskCreation"),
        @JsonSubTypes.Type(value = Change.TaskRefresh.class, name = "taskRefresh"),
        @JsonSubTypes.Type(value = Change.TaskClosure.class, name = "taskClosure")
    })
    private interface Kinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FieldValue.Text.class, name = "text"),
        @JsonSubTypes.Type(value = FieldValue.Decimal.class, name = "number"),
        @JsonSubTypes.Type(value = FieldValue.Flag.class, name = "flag"),
        @JsonSubTypes.Type(value = FieldValue.Day.class, name = "day"),
        @JsonSubTypes.Type(value = FieldValue.Moment.class, name = "moment"),
        @JsonSubTypes.Type(value = FieldValue.Empty.class, name = "empty")
    })
    private interface Types {}

    private static final class RecordIdReader extends StdDeserializer<RecordId> {
        RecordIdReader() {
            super(RecordId.class);
        }

        @Override
        public RecordId deserialize(JsonParser parser, DeserializationContext context) {
            return RecordId.of(parser.getString());
        }
    }

    private static final class FieldNameReader extends StdDeserializer<FieldName> {
        FieldNameReader() {
            super(FieldName.class);
        }

        @Override
        public FieldName deserialize(JsonParser parser, DeserializationContext context) {
            return FieldName.of(parser.getString());
        }
    }
}
