package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.PicklistEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The description of one field under the names and in the order that all protocols share. */
final class FieldFacts {

    private static final int BYTES_PER_CHARACTER = 3;
    private static final Set<String> NO_PREFILTERS =
            Set.of("MasterRecordId", "OwnerId", "CreatedById", "LastModifiedById", "RecurrenceActivityId");

    private FieldFacts() {}

    static Map<String, @Nullable Object> of(FieldSchema field) {
        boolean reference = field.type() == FieldType.REFERENCE;
        boolean address = field.type() == FieldType.ADDRESS;
        // Standard parents take their children along without their fields saying so.
        boolean detail = field.custom() && field.is(FieldTrait.CASCADE_DELETE);
        boolean calculated = field.is(FieldTrait.CALCULATED);
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("aggregatable", field.filterable() && field.type() != FieldType.BOOLEAN && !address);
        facts.put("aiPredictionField", false);
        facts.put("autoNumber", field.is(FieldTrait.AUTO_NUMBER));
        facts.put("byteLength", length(field) * (isId(field) ? 1 : BYTES_PER_CHARACTER));
        facts.put("calculated", calculated);
        facts.put("calculatedFormula", null);
        facts.put("cascadeDelete", detail);
        facts.put("caseSensitive", field.is(FieldTrait.CASE_SENSITIVE));
        facts.put("compoundFieldName", field.compoundFieldName());
        facts.put("controllerName", null);
        facts.put("createable", field.createable());
        facts.put("custom", field.custom());
        facts.put("defaultValue", field.defaultValue() instanceof Boolean value ? value : null);
        facts.put("defaultValueFormula", null);
        facts.put("defaultedOnCreate", field.is(FieldTrait.DEFAULTED_ON_CREATE));
        facts.put("dependentPicklist", false);
        facts.put("deprecatedAndHidden", false);
        facts.put("digits", field.type() == FieldType.INT ? 8 : 0);
        facts.put("displayLocationInDecimal", false);
        facts.put("encrypted", false);
        facts.put("externalId", field.is(FieldTrait.EXTERNAL_ID));
        facts.put("extraTypeInfo", field.type() == FieldType.TEXTAREA ? "plaintextarea" : null);
        facts.put("filterable", field.filterable());
        facts.put("filteredLookupInfo", null);
        facts.put("formulaTreatNullNumberAsZero", false);
        facts.put("groupable", field.groupable());
        facts.put("highScaleNumber", false);
        facts.put("htmlFormatted", false);
        facts.put("idLookup", field.is(FieldTrait.ID_LOOKUP));
        facts.put("inlineHelpText", field.inlineHelpText());
        facts.put("label", field.label());
        facts.put("length", length(field));
        facts.put("mask", null);
        facts.put("maskType", null);
        facts.put("name", field.name());
        facts.put("nameField", field.is(FieldTrait.NAME_FIELD));
        facts.put("namePointing", field.polymorphic());
        facts.put("nillable", field.nillable());
        facts.put("permissionable", field.is(FieldTrait.PERMISSIONABLE));
        facts.put(
                "picklistValues",
                field.picklistValues().stream().map(FieldFacts::entry).toList());
        facts.put("polymorphicForeignKey", reference && field.polymorphic());
        facts.put("precision", field.precision());
        facts.put("queryByDistance", address);
        facts.put("referenceTargetField", null);
        facts.put("referenceTo", field.referenceTo());
        facts.put("relationshipName", field.relationshipName());
        facts.put("relationshipOrder", detail ? 0 : null);
        facts.put("restrictedDelete", false);
        facts.put("restrictedPicklist", field.is(FieldTrait.RESTRICTED_PICKLIST));
        facts.put("scale", field.scale());
        facts.put("searchPrefilterable", reference && !NO_PREFILTERS.contains(field.name()));
        facts.put("soapType", field.type().soapType());
        facts.put("sortable", field.sortable());
        facts.put("type", field.type().apiName());
        facts.put("unique", field.is(FieldTrait.UNIQUE));
        facts.put("updateable", field.updateable());
        facts.put("writeRequiresMasterRead", false);
        return facts;
    }

    private static Map<String, @Nullable Object> entry(PicklistEntry entry) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("active", entry.active());
        facts.put("defaultValue", entry.defaultValue());
        facts.put("label", entry.label());
        facts.put("validFor", null);
        facts.put("value", entry.value());
        return facts;
    }

    private static int length(FieldSchema field) {
        return isId(field) ? 18 : field.length();
    }

    private static boolean isId(FieldSchema field) {
        return List.of(FieldType.ID, FieldType.REFERENCE).contains(field.type());
    }
}
