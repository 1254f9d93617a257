package io.plumbline.dossier.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.config.Configuration;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.Stakeholder;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.record.SaveResult;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.PermissionSet;
import io.plumbline.sandbox.schema.SchemaReader;
import io.plumbline.sandbox.setup.OrgSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The three example mappings, each in an org that has such plans. */
class PlanExamplesTest {

    private static final Path EXAMPLES = Path.of("connector-config", "examples");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path metadata;

    @ParameterizedTest
    @ValueSource(strings = {"account-plans", "own-plan-object", "linked-plan"})
    void differsFromTheShippedMappingInPlansAlone(String example) throws IOException {
        Map<String, Object> shipped = new Yaml().load(Files.readString(Path.of("connector-config", "mapping.yaml")));
        Map<String, Object> own =
                new Yaml().load(Files.readString(EXAMPLES.resolve(example).resolve("mapping.yaml")));
        for (Map<String, Object> mapping : List.of(shipped, own)) {
            mapping.remove("sections");
            ((Map<?, ?>) mapping.get("sources"))
                    .keySet()
                    .removeIf(key -> key.toString().startsWith("plan"));
        }
        assertThat(own).isEqualTo(shipped);
    }

    @Test
    void readsTheAccountPlansOfSalesCloud() throws IOException {
        Org org = org("AccountPlan", "AccountPlanObjective", "AccountPlanObjectiveMeasure");
        String acme = create(org, "Account", "Name", "Acme");
        String plan = create(
                org,
                "AccountPlan",
                "Name",
                "Acme 2026",
                "AccountId",
                acme,
                "Status",
                "Active",
                "StartDate",
                TODAY.minusDays(60),
                "EndDate",
                TODAY.plusDays(300),
                "AccountVision",
                "First in Asia",
                "AccountStrategicPriorities",
                "Fewer suppliers");
        String objective = create(
                org, "AccountPlanObjective", "Name", "Win Asia", "AccountPlanId", plan, "EndDate", TODAY.plusDays(90));
        create(
                org,
                "AccountPlanObjectiveMeasure",
                "Name",
                "Countries",
                "AccountPlanObjectiveId",
                objective,
                "TargetValue",
                "5");
        create(org, "AccountPlanObjective", "Name", "Not measured yet", "AccountPlanId", plan);
        create(org, "Task", "Subject", "Visit Seoul", "WhatId", plan, "ActivityDate", TODAY.plusDays(10));
        create(org, "Task", "Subject", "Call about a bill", "WhatId", acme, "ActivityDate", TODAY.plusDays(1));

        Dossier dossier = dossier(org, "account-plans");

        Plan read = dossier.plans().getFirst();
        assertThat(read.state()).isEqualTo(Plan.State.ACTIVE);
        assertThat(read.sections().get("customer_strategy").text()).isEqualTo("First in Asia\nFewer suppliers");
        assertThat(read.objectives())
                .extracting(one -> one.item().get("name"))
                .containsExactly("Win Asia", "Not measured yet");
        assertThat(read.objectives().getFirst().item().get("measure")).isEqualTo("Countries");
        assertThat(read.objectives().getFirst().item().get("target")).isEqualTo("5");
        assertThat(read.objectives().getLast().item().get("measure")).isNull();
        assertThat(read.actions())
                .extracting(action -> action.item().get("name"))
                .containsExactly("Visit Seoul");
        assertThat(read.stakeholders()).isNull();
        assertThat(dossier.notMeasured())
                .contains("decision_makers", "value_opportunities", "projects")
                .doesNotContain("objectives", "action_plan", "customer_strategy");
    }

    @Test
    void readsOneObjectWithNumberedFieldsOfWhichTheFinalOneCounts() throws IOException {
        Map<String, String> fields = new HashMap<>(Map.of(
                "Account__c",
                "Account",
                "Valid_From__c",
                "Date",
                "Valid_To__c",
                "Date",
                "Reviewed__c",
                "Date",
                "Final__c",
                "Checkbox",
                "Target__c",
                "Currency",
                "Customer_Strategy__c",
                "LongTextArea",
                "Why_Us__c",
                "LongTextArea",
                "Why_Now__c",
                "LongTextArea"));
        for (int i = 1; i <= 5; i++) {
            fields.put("Stakeholder_" + i + "__c", "Contact");
            fields.put("Stakeholder_" + i + "_Role__c", "Text");
        }
        for (int i = 1; i <= 3; i++) {
            fields.put("Objective_" + i + "__c", "Text");
            fields.put("Objective_" + i + "_Measure__c", "Text");
            fields.put("Objective_" + i + "_Target__c", "Text");
            fields.put("Objective_" + i + "_Due__c", "Date");
        }
        deploy("Strategic_Plan__c", fields);
        Org org = org("Strategic_Plan__c");
        String acme = create(org, "Account", "Name", "Acme");
        String ann = create(org, "Contact", "LastName", "Ann", "AccountId", acme);
        String bo = create(org, "Contact", "LastName", "Bo", "AccountId", acme);
        create(
                org,
                "Strategic_Plan__c",
                "Name",
                "Draft",
                "Account__c",
                acme,
                "Final__c",
                false,
                "Valid_From__c",
                TODAY.minusDays(30),
                "Valid_To__c",
                TODAY.plusDays(300));
        create(
                org,
                "Strategic_Plan__c",
                "Name",
                "Final",
                "Account__c",
                acme,
                "Final__c",
                true,
                "Valid_From__c",
                TODAY.minusDays(60),
                "Valid_To__c",
                TODAY.plusDays(300),
                "Target__c",
                5000,
                "Why_Us__c",
                "We know",
                "Why_Now__c",
                "They must",
                "Stakeholder_1__c",
                ann,
                "Stakeholder_1_Role__c",
                "Champion",
                "Stakeholder_4__c",
                bo,
                "Objective_2__c",
                "Grow",
                "Objective_2_Measure__c",
                "Revenue");

        Dossier dossier = dossier(org, "own-plan-object");

        assertThat(dossier.plans())
                .extracting(Plan::name, Plan::state)
                .containsExactlyInAnyOrder(tuple("Draft", Plan.State.DRAFT), tuple("Final", Plan.State.ACTIVE));
        Plan plan = dossier.plans().stream()
                .filter(one -> one.state() == Plan.State.ACTIVE)
                .findFirst()
                .orElseThrow();
        assertThat(plan.targetRevenue()).isEqualTo(5000);
        assertThat(plan.sections().get("value_proposition").text()).isEqualTo("We know\nThey must");
        assertThat(plan.stakeholders())
                .extracting(
                        Stakeholder::contactId,
                        one -> one.item().get("name"),
                        one -> one.item().get("role"))
                .containsExactly(tuple(ann, "Ann", "Champion"), tuple(bo, "Bo", null));
        assertThat(plan.objectives()).extracting(one -> one.item().get("name")).containsExactly("Grow");
        assertThat(plan.actions()).isNull();
        assertThat(dossier.notMeasured())
                .contains("action_plan", "industry")
                .doesNotContain("decision_makers", "objectives", "value_proposition");
    }

    @Test
    void readsAPlanThatIsOnlyALinkAsNotMeasured() throws IOException {
        deploy(
                "Plan_Link__c",
                Map.of(
                        "Account__c",
                        "Account",
                        "Valid_From__c",
                        "Date",
                        "Valid_To__c",
                        "Date",
                        "Reviewed__c",
                        "Date",
                        "Retired__c",
                        "Checkbox"));
        Org org = org("Plan_Link__c");
        String acme = create(org, "Account", "Name", "Acme");
        create(
                org,
                "Plan_Link__c",
                "Name",
                "On the share",
                "Account__c",
                acme,
                "Valid_From__c",
                TODAY.minusDays(60),
                "Valid_To__c",
                TODAY.plusDays(300),
                "Reviewed__c",
                TODAY.minusDays(5));

        Dossier dossier = dossier(org, "linked-plan");

        Plan plan = dossier.plans().getFirst();
        assertThat(plan.state()).isEqualTo(Plan.State.ACTIVE);
        assertThat(plan.lastReviewedDate()).isEqualTo(TODAY.minusDays(5));
        assertThat(plan.sections()).isEmpty();
        assertThat(plan.actions()).isNull();
        assertThat(dossier.notMeasured())
                .hasSize(Configuration.shipped()
                        .policy()
                        .thoroughness()
                        .sections()
                        .size());
    }

    private Dossier dossier(Org org, String example) throws IOException {
        try (OrgRead reading = new OrgRead(org, Configuration.load(Optional.of(EXAMPLES.resolve(example))))) {
            return reading.only(TODAY).dossier();
        }
    }

    /** An org whose integration user may read these objects besides what is shipped. */
    private Org org(String... objects) throws IOException {
        copyTheShippedMetadata();
        SchemaReader.Deployed deployed = SchemaReader.read(metadata, false);
        PermissionSet shipped = deployed.permissionSets().get("Plumbline_Integration");
        Map<String, Set<PermissionSet.ObjectPermission>> granted = new HashMap<>(shipped.objects());
        Set<String> readable = new HashSet<>(shipped.readable());
        for (String name : objects) {
            ObjectSchema object = deployed.schema().object(name).orElseThrow();
            granted.put(
                    name.toLowerCase(Locale.ROOT),
                    Set.of(PermissionSet.ObjectPermission.READ, PermissionSet.ObjectPermission.VIEW_ALL));
            object.fields().forEach(field -> readable.add((name + "." + field.name()).toLowerCase(Locale.ROOT)));
        }
        return new Org(
                OrgSettings.plain(),
                deployed.schema(),
                new PermissionSet(shipped.name(), granted, readable, shipped.editable(), shipped.userPermissions()),
                VirtualClock.standing(OrgFixture.NOW));
    }

    private void copyTheShippedMetadata() throws IOException {
        Path shipped = Path.of("salesforce-metadata");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = metadata.resolve(shipped.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void deploy(String object, Map<String, String> fields) throws IOException {
        Path folder = metadata.resolve("own/objects/" + object);
        Files.createDirectories(folder.resolve("fields"));
        Files.writeString(folder.resolve(object + ".object-meta.xml"), xml("CustomObject", """
                <deploymentStatus>Deployed</deploymentStatus><label>%1$s</label>
                <nameField><label>Name</label><type>Text</type></nameField>
                <pluralLabel>%1$s</pluralLabel><sharingModel>Read</sharingModel>
                """.formatted(
                        object.replace("__c", ""))));
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String label = field.getKey().replace("__c", "");
            Files.writeString(
                    folder.resolve("fields/" + field.getKey() + ".field-meta.xml"),
                    xml(
                            "CustomField",
                            "<fullName>%s</fullName><label>%s</label>%s"
                                    .formatted(field.getKey(), label, type(field.getValue(), object, label))));
        }
    }

    private static String type(String type, String object, String label) {
        return switch (type) {
            case "Account", "Contact" ->
                "<referenceTo>%s</referenceTo><relationshipName>%s</relationshipName>"
                                .formatted(type, object.replace("__c", "") + "_" + label)
                        + "<type>Lookup</type>";
            case "Checkbox" -> "<defaultValue>false</defaultValue><type>Checkbox</type>";
            case "Currency" -> "<precision>18</precision><scale>2</scale><type>Currency</type>";
            case "Text" -> "<length>80</length><type>Text</type>";
            case "LongTextArea" -> "<length>32768</length><type>LongTextArea</type><visibleLines>8</visibleLines>";
            default -> "<type>" + type + "</type>";
        };
    }

    private static String xml(String root, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%1$s xmlns=\"http://soap.sforce.com/2006/04/metadata\">%2$s</%1$s>\n"
                .formatted(root, content);
    }

    private static String create(Org org, String object, @Nullable Object... fields) {
        SaveResult result = org.create(
                        org.administrator(), List.of(RecordInput.of(object, OrgFixture.fields(fields))), false)
                .getFirst();
        return result.recordId()
                .orElseThrow(() -> new AssertionError(result.errors().toString()));
    }
}
