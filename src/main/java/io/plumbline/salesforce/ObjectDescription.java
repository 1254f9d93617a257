package io.plumbline.salesforce;

import io.plumbline.crm.ObjectName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object as the integration user can see it.
 *
 * @param fields the visible fields by API name, found in any letter case
 */
public record ObjectDescription(
        ObjectName name, boolean createable, boolean updateable, Map<String, FieldDescription> fields) {

    public ObjectDescription {
        TreeMap<String, FieldDescription> byAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byAnyCase.putAll(fields);
        fields = Collections.unmodifiableMap(byAnyCase);
    }

    public static ObjectDescription of(
            ObjectName name, boolean createable, boolean updateable, List<FieldDescription> fields) {
        Map<String, FieldDescription> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return new ObjectDescription(name, createable, updateable, byName);
    }

    public Optional<FieldDescription> field(String apiName) {
        return Optional.ofNullable(fields.get(apiName));
    }

    /** The reference whose relationship has this name, as used in SOQL paths: {@code Owner}, {@code Plumbline_Plan__r}. */
    public Optional<FieldDescription> relationship(String relationshipName) {
        return fields.values().stream()
                .filter(field -> field.relationshipName()
                        .filter(relationshipName::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }
}
