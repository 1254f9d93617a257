package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.schema.ChildRelationship;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.ObjectTrait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The description of one object under the names and in the order that all protocols share. */
public final class ObjectFacts {

    private ObjectFacts() {}

    /** What a global describe tells of an object. */
    public static Map<String, @Nullable Object> brief(ObjectSchema object) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("activateable", false);
        facts.put("associateEntityType", null);
        facts.put("associateParentEntity", null);
        facts.put("createable", object.is(ObjectTrait.CREATEABLE));
        facts.put("custom", object.custom());
        facts.put("customSetting", false);
        facts.put("deepCloneable", false);
        facts.put("deletable", object.is(ObjectTrait.DELETABLE));
        facts.put("deprecatedAndHidden", false);
        facts.put("feedEnabled", false);
        facts.put("hasSubtypes", false);
        facts.put("idEnabled", true);
        facts.put("isInterface", false);
        facts.put("isSubtype", false);
        facts.put("keyPrefix", object.keyPrefix());
        facts.put("label", object.label());
        facts.put("labelPlural", object.labelPlural());
        facts.put("layoutable", true);
        facts.put("mergeable", object.is(ObjectTrait.MERGEABLE));
        facts.put("mruEnabled", false);
        facts.put("name", object.name());
        facts.put("queryable", object.is(ObjectTrait.QUERYABLE));
        facts.put("replicateable", object.is(ObjectTrait.REPLICATEABLE));
        facts.put("retrieveable", object.is(ObjectTrait.RETRIEVEABLE));
        facts.put("searchable", object.is(ObjectTrait.SEARCHABLE));
        facts.put("triggerable", object.is(ObjectTrait.CREATEABLE));
        facts.put("undeletable", object.is(ObjectTrait.UNDELETABLE));
        facts.put("updateable", object.is(ObjectTrait.UPDATEABLE));
        return facts;
    }

    /** What describing the object tells. */
    public static Map<String, @Nullable Object> full(ObjectSchema object) {
        Map<String, @Nullable Object> brief = brief(object);
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("actionOverrides", List.of());
        copy(brief, facts, "activateable", "associateEntityType", "associateParentEntity");
        facts.put(
                "childRelationships",
                object.childRelationships().stream().map(ObjectFacts::child).toList());
        facts.put("compactLayoutable", true);
        copy(brief, facts, "createable", "custom", "customSetting", "deepCloneable");
        facts.put("defaultImplementation", null);
        copy(brief, facts, "deletable", "deprecatedAndHidden", "feedEnabled");
        facts.put("fields", object.fields().stream().map(FieldFacts::of).toList());
        copy(brief, facts, "hasSubtypes", "idEnabled");
        facts.put("implementedBy", null);
        facts.put("implementsInterfaces", null);
        copy(brief, facts, "isInterface", "isSubtype", "keyPrefix", "label", "labelPlural", "layoutable");
        copy(brief, facts, "mergeable", "mruEnabled", "name");
        facts.put("namedLayoutInfos", List.of());
        facts.put("networkScopeFieldName", null);
        copy(brief, facts, "queryable");
        facts.put("recordTypeInfos", List.of(master()));
        copy(brief, facts, "replicateable", "retrieveable");
        facts.put("searchLayoutable", brief.get("searchable"));
        copy(brief, facts, "searchable");
        // In this order: SOAP clients read elements in the sequence of the WSDL.
        Map<String, @Nullable Object> scope = new LinkedHashMap<>();
        scope.put("label", "All " + object.labelPlural());
        scope.put("name", "everything");
        facts.put("supportedScopes", List.of(scope));
        copy(brief, facts, "triggerable", "undeletable", "updateable");
        return facts;
    }

    private static Map<String, @Nullable Object> child(ChildRelationship child) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("cascadeDelete", child.cascadeDelete());
        facts.put("childSObject", child.childObject());
        facts.put("deprecatedAndHidden", false);
        facts.put("field", child.field());
        facts.put("junctionIdListNames", List.of());
        facts.put("junctionReferenceTo", List.of());
        facts.put("relationshipName", child.relationshipName());
        facts.put("restrictedDelete", child.restrictedDelete());
        return facts;
    }

    // Every object has the master record type, which stands for "none".
    private static Map<String, @Nullable Object> master() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("active", true);
        facts.put("available", true);
        facts.put("defaultRecordTypeMapping", true);
        facts.put("developerName", "Master");
        facts.put("master", true);
        facts.put("name", "Master");
        facts.put("recordTypeId", "012000000000000AAA");
        return facts;
    }

    private static void copy(Map<String, @Nullable Object> from, Map<String, @Nullable Object> to, String... names) {
        for (String name : names) {
            to.put(name, from.get(name));
        }
    }
}
