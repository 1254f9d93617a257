package io.plumbline.sandbox.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.xml.sax.SAXException;

/** Puts the custom objects, fields and permission sets of an sfdx folder upon the standard objects, or says everything that is wrong with them. */
final class MetadataReader {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final boolean multiCurrency;
    private final Map<String, ObjectDraft> drafts = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    MetadataReader(List<ObjectDraft> standard, boolean multiCurrency) {
        this.multiCurrency = multiCurrency;
        standard.forEach(this::put);
    }

    SchemaReader.Deployed read(List<MetadataFile> files) {
        Map<String, List<PicklistEntry>> globalValues = new HashMap<>();
        for (MetadataFile file : ofKind(files, "globalValueSet")) {
            parsed(
                    file,
                    "GlobalValueSet",
                    xml -> globalValues.put(file.apiName(), FieldMetadata.values(xml, "customValue")));
        }
        List<MetadataFile> fields = ofKind(files, "field");
        for (MetadataFile file : ofKind(files, "object")) {
            if (file.apiName().endsWith("__c")) {
                boolean detail = fields.stream()
                        .filter(field -> field.objectName().equals(file.objectName()))
                        .anyMatch(field -> field.text().contains("<type>MasterDetail</type>"));
                parsed(file, "CustomObject", xml -> customObject(file, xml, detail));
            }
        }
        for (MetadataFile file : fields) {
            parsed(file, "CustomField", xml -> customField(file, new FieldMetadata(xml, file.path(), globalValues)));
        }
        checkReferences();
        List<ObjectDraft> all = List.copyOf(drafts.values());
        Map<String, ObjectSchema> objects = new LinkedHashMap<>();
        all.forEach(draft -> objects.put(draft.name().toLowerCase(Locale.ROOT), draft.finish(all)));
        Schema schema = new Schema(objects);
        Map<String, PermissionSet> permissionSets = new LinkedHashMap<>();
        for (MetadataFile file : ofKind(files, "permissionset")) {
            parsed(
                    file,
                    "PermissionSet",
                    xml -> permissionSets.put(
                            file.apiName(), new PermissionSetMetadata(file, xml, schema, problems).read()));
        }
        if (!problems.isEmpty()) {
            throw new MetadataException(problems);
        }
        return new SchemaReader.Deployed(schema, Map.copyOf(permissionSets));
    }

    private void customObject(MetadataFile file, MetadataXml xml, boolean detail) {
        EnumSet<ObjectTrait> traits = EnumSet.allOf(ObjectTrait.class);
        traits.remove(ObjectTrait.MERGEABLE);
        long customObjects = drafts.values().stream()
                .filter(draft -> draft.traits().contains(ObjectTrait.CUSTOM))
                .count();
        boolean activities = xml.flag("enableActivities");
        ObjectDraft draft = new ObjectDraft(
                file.apiName(),
                xml.text("label").orElse(file.apiName()),
                xml.text("pluralLabel").orElse(file.apiName()),
                "a0" + ALPHABET.charAt((int) customObjects),
                traits,
                new ObjectAccess.Granted(),
                activities ? List.of("activities") : List.of());
        SystemFields.of("system", draft, multiCurrency);
        if (!detail) {
            add(draft, "OwnerId reference \"Owner ID\" edit open defaulted filled -> User as Owner");
        }
        boolean autoNumber = xml.child("nameField")
                .flatMap(name -> name.text("type"))
                .filter("AutoNumber"::equals)
                .isPresent();
        String label =
                xml.child("nameField").flatMap(name -> name.text("label")).orElse("Name");
        add(
                draft,
                "Name string(80) \"" + label.replace('"', '\'') + "\" "
                        + (autoNumber ? "filled auto-number" : "edit open") + " name-field id-lookup");
        if (activities) {
            add(draft, "LastActivityDate date \"Last Activity Date\"");
        }
        SystemFields.of("currency", draft, multiCurrency);
        put(draft);
        if (activities) {
            drafts.values().forEach(activity -> activity.relateTo(file.apiName()));
        }
    }

    private void customField(MetadataFile file, FieldMetadata metadata) {
        FieldSchema field = metadata.field(problems);
        List<String> owners = file.objectName().equals("Activity")
                ? List.of("task", "event")
                : List.of(file.objectName().toLowerCase(Locale.ROOT));
        for (String owner : owners) {
            ObjectDraft draft = drafts.get(owner);
            if (draft == null) {
                problems.add(file.path() + ": there is no object " + file.objectName());
            } else {
                draft.add(field);
            }
        }
        if (!file.apiName().equals(field.name())) {
            problems.add(file.path() + ": <fullName> is " + field.name() + ", the file is named " + file.apiName());
        }
    }

    private void checkReferences() {
        for (ObjectDraft draft : drafts.values()) {
            for (FieldSchema field : draft.fields()) {
                for (String target : field.referenceTo()) {
                    if (field.custom() && !drafts.containsKey(target.toLowerCase(Locale.ROOT))) {
                        problems.add(draft.name() + "." + field.name() + ": <referenceTo> names " + target
                                + ", which does not exist");
                    }
                }
            }
        }
    }

    private void parsed(MetadataFile file, String root, Consumer<MetadataXml> then) {
        MetadataXml xml;
        try {
            xml = MetadataXml.parse(file.text(), root);
        } catch (SAXException e) {
            problems.add(file.path() + ": " + e.getMessage());
            return;
        }
        then.accept(xml);
    }

    private static List<MetadataFile> ofKind(List<MetadataFile> files, String kind) {
        return files.stream().filter(file -> file.isKind(kind)).toList();
    }

    private void put(ObjectDraft draft) {
        drafts.put(draft.name().toLowerCase(Locale.ROOT), draft);
    }

    private static void add(ObjectDraft draft, String line) {
        draft.add(FieldLine.parse(line));
    }
}
