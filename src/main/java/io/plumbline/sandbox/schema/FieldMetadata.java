package io.plumbline.sandbox.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A custom field as its {@code field-meta.xml} tells it. */
final class FieldMetadata {

    private final MetadataXml xml;
    private final String path;
    private final Map<String, List<PicklistEntry>> globalValues;

    FieldMetadata(MetadataXml xml, String path, Map<String, List<PicklistEntry>> globalValues) {
        this.xml = xml;
        this.path = path;
        this.globalValues = globalValues;
    }

    /** The field; what is wrong with it is added to the problems. */
    FieldSchema field(List<String> problems) {
        String name = xml.text("fullName").orElse("");
        String declared = xml.text("type").orElse("");
        FieldType type = type(declared);
        if (name.isEmpty()) {
            problems.add(path + ": <fullName> is missing");
        }
        if (type == null) {
            problems.add(path + ": <type> "
                    + (declared.isEmpty() ? "is missing" : declared + " is not one the sandbox knows"));
            type = FieldType.STRING;
        }
        if (xml.text("label").isEmpty()) {
            problems.add(path + ": <label> is missing");
        }
        boolean formula = xml.text("formula").isPresent();
        if (declared.equals("Text") && !formula && xml.text("length").isEmpty()) {
            problems.add(path + ": <length> is missing");
        }
        List<PicklistEntry> values = values(problems);
        return new FieldSchema(
                name,
                xml.text("label").orElse(name),
                type,
                formula && type == FieldType.STRING ? 1300 : length(type, declared, problems),
                type.isNumber() ? number("precision", 18, problems) : 0,
                type.isNumber() ? number("scale", 0, problems) : 0,
                traits(type, declared, formula),
                xml.text("referenceTo").map(List::of).orElse(List.of()),
                type == FieldType.REFERENCE ? name.replaceAll("__c$", "__r") : null,
                xml.text("relationshipName").map(child -> child + "__r").orElse(null),
                values,
                defaultValue(type, values, problems),
                xml.text("inlineHelpText").orElse(null),
                null);
    }

    private EnumSet<FieldTrait> traits(FieldType type, String declared, boolean formula) {
        EnumSet<FieldTrait> traits = EnumSet.of(FieldTrait.CUSTOM);
        boolean master = declared.equals("MasterDetail");
        boolean required = xml.flag("required") || master;
        boolean readOnly = formula || declared.equals("AutoNumber");
        boolean flag = type == FieldType.BOOLEAN;
        add(traits, FieldTrait.NILLABLE, !required && !flag);
        add(traits, FieldTrait.CREATEABLE, !readOnly);
        add(traits, FieldTrait.UPDATEABLE, !readOnly && (!master || xml.flag("reparentableMasterDetail")));
        add(
                traits,
                FieldTrait.DEFAULTED_ON_CREATE,
                flag || xml.text("defaultValue").isPresent());
        add(traits, FieldTrait.PERMISSIONABLE, !required);
        add(traits, FieldTrait.CALCULATED, formula);
        add(traits, FieldTrait.AUTO_NUMBER, declared.equals("AutoNumber"));
        add(traits, FieldTrait.EXTERNAL_ID, xml.flag("externalId"));
        add(traits, FieldTrait.ID_LOOKUP, xml.flag("externalId"));
        add(traits, FieldTrait.UNIQUE, xml.flag("unique"));
        add(traits, FieldTrait.CASE_SENSITIVE, xml.flag("caseSensitive"));
        add(traits, FieldTrait.CASCADE_DELETE, master);
        add(
                traits,
                FieldTrait.RESTRICTED_DELETE,
                xml.text("deleteConstraint").filter("Restrict"::equals).isPresent());
        add(traits, FieldTrait.RESTRICTED_PICKLIST, restricted());
        return traits;
    }

    private boolean restricted() {
        return xml.child("valueSet")
                .map(set -> set.flag("restricted") || set.text("valueSetName").isPresent())
                .orElse(false);
    }

    private List<PicklistEntry> values(List<String> problems) {
        Optional<MetadataXml> set = xml.child("valueSet");
        if (set.isEmpty()) {
            return List.of();
        }
        Optional<String> global = set.get().text("valueSetName");
        if (global.isPresent()) {
            List<PicklistEntry> values = globalValues.get(global.get());
            if (values == null) {
                problems.add(path + ": <valueSetName> names " + global.get() + ", which does not exist");
                return List.of();
            }
            return values;
        }
        return set.get()
                .child("valueSetDefinition")
                .map(found -> values(found, "value"))
                .orElse(List.of());
    }

    /** The values in a value set definition or a global value set. */
    static List<PicklistEntry> values(MetadataXml definition, String element) {
        List<PicklistEntry> values = new ArrayList<>();
        for (MetadataXml value : definition.children(element)) {
            String name = value.text("fullName").orElse("");
            boolean active = value.text("isActive").map("true"::equals).orElse(true);
            values.add(new PicklistEntry(name, value.text("label").orElse(name), value.flag("default"), active));
        }
        return values;
    }

    private @Nullable Object defaultValue(FieldType type, List<PicklistEntry> values, List<String> problems) {
        if (!values.isEmpty()) {
            return values.stream()
                    .filter(PicklistEntry::defaultValue)
                    .map(PicklistEntry::value)
                    .findFirst()
                    .orElse(null);
        }
        String text = xml.text("defaultValue").orElse(null);
        if (text == null) {
            return type == FieldType.BOOLEAN ? Boolean.FALSE : null;
        }
        if (type == FieldType.BOOLEAN && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        if (type.isText() && text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            return text.substring(1, text.length() - 1);
        }
        if (type.isNumber() && text.matches("-?\\d+(\\.\\d+)?")) {
            return new BigDecimal(text);
        }
        problems.add(path + ": <defaultValue> " + text + " is no plain value, and the sandbox computes no formulas");
        return null;
    }

    private int length(FieldType type, String declared, List<String> problems) {
        return switch (type) {
            case REFERENCE -> 18;
            case STRING -> declared.equals("AutoNumber") ? 30 : number("length", 255, problems);
            case TEXTAREA -> number("length", declared.equals("TextArea") ? 255 : 32768, problems);
            case PICKLIST -> 255;
            case MULTIPICKLIST -> 4099;
            case EMAIL -> 80;
            case PHONE -> 40;
            case URL -> 255;
            default -> 0;
        };
    }

    private int number(String element, int otherwise, List<String> problems) {
        String text = xml.text(element).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,6}")) {
            problems.add(path + ": <" + element + "> " + text + " is no number");
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    private static void add(EnumSet<FieldTrait> traits, FieldTrait trait, boolean present) {
        if (present) {
            traits.add(trait);
        }
    }

    private static @Nullable FieldType type(String declared) {
        return switch (declared) {
            case "Text", "AutoNumber" -> FieldType.STRING;
            case "TextArea", "LongTextArea", "Html" -> FieldType.TEXTAREA;
            case "Number" -> FieldType.DOUBLE;
            case "Currency" -> FieldType.CURRENCY;
            case "Percent" -> FieldType.PERCENT;
            case "Checkbox" -> FieldType.BOOLEAN;
            case "Date" -> FieldType.DATE;
            case "DateTime" -> FieldType.DATETIME;
            case "Time" -> FieldType.TIME;
            case "Picklist" -> FieldType.PICKLIST;
            case "MultiselectPicklist" -> FieldType.MULTIPICKLIST;
            case "Lookup", "MasterDetail" -> FieldType.REFERENCE;
            case "Email" -> FieldType.EMAIL;
            case "Phone" -> FieldType.PHONE;
            case "Url" -> FieldType.URL;
            default -> null;
        };
    }
}
