package io.plumbline.change;

import io.plumbline.config.mapping.Result;
import io.plumbline.config.mapping.ResultField;
import io.plumbline.crm.FieldName;

/**
 * The field a result is written to, as the org describes it, so that what is compared is what the field can hold.
 *
 * @param length most characters of a text, 0 where that has no meaning
 * @param digits most digits before the decimal point of a number, 0 where that has no meaning
 */
public record TargetField(ResultField mapped, int length, int digits) {

    public Result result() {
        return mapped.result();
    }

    public FieldName name() {
        return mapped.field();
    }
}
