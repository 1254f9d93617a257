package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.Schema;
import io.plumbline.sandbox.soql.QueryResult;
import java.util.Optional;
import java.util.OptionalInt;

/** How many rows a page has: 200 to 2,000 as asked for, and no more than 200 when rows are heavy. */
public final class BatchSize {

    private static final int SMALLEST = 200;
    private static final int LARGEST = 2000;

    private BatchSize() {}

    /**
     * The size for a query.
     *
     * @param asked what the caller asked for; empty for the default
     * @throws RefusedException when the caller asked for less than 200 or more than 2,000
     */
    public static int of(OptionalInt asked, Schema schema, QueryResult result) {
        int size = asked.orElse(Cursors.DEFAULT_BATCH);
        if (size < SMALLEST || size > LARGEST) {
            throw new RefusedException(
                    "INVALID_BATCH_SIZE", "batch size must be between " + SMALLEST + " and " + LARGEST);
        }
        return heavy(schema, result) ? SMALLEST : size;
    }

    // Two or more long custom text fields make the real service cut pages.
    private static boolean heavy(Schema schema, QueryResult result) {
        Optional<ObjectSchema> object = schema.object(result.object());
        return result.columns().stream()
                        .map(column -> object.flatMap(known -> known.field(column.path())))
                        .flatMap(Optional::stream)
                        .filter(FieldSchema::custom)
                        .filter(FieldSchema::longText)
                        .count()
                > 1;
    }
}
