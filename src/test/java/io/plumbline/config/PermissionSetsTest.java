package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Permission sets that Salesforce accepts, and that give nobody more than the role needs. */
class PermissionSetsTest {

    private final Map<String, List<MetadataFile>> files = MetadataFile.all();

    /** Salesforce refuses permissions for required and master-detail fields, and editable formulas. */
    @Test
    void permissionSetsNameOnlyFieldsThatTakePermissions() {
        Map<String, MetadataFile> ours = new LinkedHashMap<>();
        files.get("CustomField").forEach(file -> ours.put(file.object() + "." + file.name(), file));
        for (MetadataFile set : files.get("PermissionSet")) {
            assertThat(set.text("license"))
                    .as("a licence ties %s to one kind of user", set.name())
                    .isEmpty();
            Set<String> named = new HashSet<>();
            for (Element grant : set.children("fieldPermissions")) {
                String field = MetadataFile.children(grant, "field").getFirst().getTextContent();
                boolean editable = MetadataFile.flag(grant, "editable");
                boolean readable = MetadataFile.flag(grant, "readable");
                assertThat(named.add(field))
                        .as("%s is named once in %s", field, set.name())
                        .isTrue();
                assertThat(readable || !editable).as(field).isTrue();
                if (field.endsWith("__c")) {
                    MetadataFile file = ours.get(field.replaceFirst("^(Task|Event)\\.", "Activity."));
                    assertThat(file).as("%s of %s", field, set.name()).isNotNull();
                    assertThat(file.text("type")).as(field).isNotEqualTo(Optional.of("MasterDetail"));
                    assertThat(file.text("required")).as(field).isNotEqualTo(Optional.of("true"));
                    assertThat(editable && file.text("formula").isPresent())
                            .as(field)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void objectPermissionsBringWhatTheyNeed() {
        for (MetadataFile set : files.get("PermissionSet")) {
            for (Element grant : set.children("objectPermissions")) {
                boolean read = MetadataFile.flag(grant, "allowRead");
                boolean edit = MetadataFile.flag(grant, "allowEdit");
                boolean delete = MetadataFile.flag(grant, "allowDelete");
                boolean viewAll = MetadataFile.flag(grant, "viewAllRecords");
                String name = set.name() + ": "
                        + MetadataFile.children(grant, "object").getFirst().getTextContent();
                assertThat(read).as(name).isTrue();
                assertThat(edit || !delete).as(name).isTrue();
                assertThat(!MetadataFile.flag(grant, "modifyAllRecords") || edit && delete && viewAll)
                        .as(name)
                        .isTrue();
            }
        }
    }

    @Test
    void onlyTheIntegrationUserWritesVerdictsAndBypassesRules() {
        Set<String> results = new TreeSet<>();
        Configuration.shipped().mapping().results().values().forEach(field -> results.add("Account." + field.field()));
        for (MetadataFile set : files.get("PermissionSet")) {
            boolean integration = set.name().equals("Plumbline_Integration");
            Set<String> editable = new TreeSet<>();
            for (Element grant : set.children("fieldPermissions")) {
                if (MetadataFile.flag(grant, "editable")) {
                    editable.add(
                            MetadataFile.children(grant, "field").getFirst().getTextContent());
                }
            }
            assertThat(editable.containsAll(results)).as(set.name()).isEqualTo(integration);
            assertThat(editable.stream().anyMatch(results::contains))
                    .as(set.name())
                    .isEqualTo(integration);
            assertThat(set.children("customPermissions").isEmpty())
                    .as(set.name())
                    .isNotEqualTo(integration);
        }
    }
}
