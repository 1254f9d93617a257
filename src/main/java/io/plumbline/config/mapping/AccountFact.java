package io.plumbline.config.mapping;

import io.plumbline.crm.FieldName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number about the account that the org keeps itself, such as a satisfaction score or the revenue of an ERP
 * (model section 5, Facts). Both fields are optional in the org: one that is not shown makes the fact unknown.
 *
 * @param name the name by which measures of the policy refer to it
 * @param value field or path on Account
 * @param dateField the day the value is of; null when the value carries no date
 */
public record AccountFact(
        String name, FieldName value, @Nullable FieldName dateField, Translation translation) {

    public Optional<FieldName> date() {
        return Optional.ofNullable(dateField);
    }
}
