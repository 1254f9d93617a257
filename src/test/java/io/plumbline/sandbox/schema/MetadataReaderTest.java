package io.plumbline.sandbox.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataReaderTest {

    @TempDir
    private Path folder;

    private static void write(Path root, String path, String xml) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, xml);
    }

    private void field(String object, String name, String body) throws IOException {
        write(folder, "main/objects/" + object + "/fields/" + name + ".field-meta.xml", fieldXml(name, body));
    }

    private static String fieldXml(String name, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CustomField xmlns=\"http://soap.sforce.com/2006/04/metadata\"><fullName>"
                + name + "</fullName><label>" + name.replace("__c", "") + "</label>" + body + "</CustomField>";
    }

    private void permissionSet(String body) throws IOException {
        write(
                folder,
                "permissionsets/P.permissionset-meta.xml",
                "<PermissionSet xmlns=\"http://soap.sforce.com/2006/04/metadata\"><label>P</label>" + body
                        + "</PermissionSet>");
    }

    private FieldSchema read(String object, String field) {
        return SchemaReader.read(folder, false)
                .schema()
                .object(object)
                .orElseThrow()
                .field(field)
                .orElseThrow();
    }

    @Test
    void readsTypesAndTheirSizes() throws IOException {
        field("Account", "Score__c", "<type>Number</type><precision>3</precision><scale>0</scale>");
        field(
                "Account",
                "Key__c",
                "<type>Text</type><length>40</length><externalId>true</externalId><unique>true</unique><caseSensitive>true</caseSensitive>");
        field("Account", "Story__c", "<type>LongTextArea</type><length>32768</length><visibleLines>3</visibleLines>");
        field("Account", "Flag__c", "<type>Text</type><formula>IMAGE(\"a\",\"b\")</formula>");
        field("Account", "On__c", "<type>Checkbox</type><defaultValue>true</defaultValue>");
        field(
                "Account",
                "Share__c",
                "<type>Percent</type><precision>5</precision><scale>2</scale><defaultValue>1.5</defaultValue><required>true</required>");
        field(
                "Account",
                "Band__c",
                "<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>"
                        + "<value><fullName>Green</fullName><default>true</default><label>Green</label></value><value><fullName>Red</fullName><default>false</default><label>Red</label></value>"
                        + "</valueSetDefinition></valueSet>");

        assertThat(read("Account", "Score__c")).satisfies(score -> {
            assertThat(score.type()).isEqualTo(FieldType.DOUBLE);
            assertThat(score.precision()).isEqualTo(3);
            assertThat(score.nillable()).isTrue();
        });
        assertThat(read("Account", "Key__c").traits())
                .contains(FieldTrait.EXTERNAL_ID, FieldTrait.UNIQUE, FieldTrait.CASE_SENSITIVE);
        assertThat(read("Account", "Story__c").filterable()).isFalse();
        assertThat(read("Account", "Flag__c")).satisfies(flag -> {
            assertThat(flag.is(FieldTrait.CALCULATED)).isTrue();
            assertThat(flag.createable()).isFalse();
        });
        assertThat(read("Account", "On__c").defaultValue()).isEqualTo(true);
        assertThat(read("Account", "Share__c").defaultValue()).isEqualTo(new BigDecimal("1.5"));
        assertThat(read("Account", "Share__c").nillable()).isFalse();
        assertThat(read("Account", "Band__c")).satisfies(band -> {
            assertThat(band.is(FieldTrait.RESTRICTED_PICKLIST)).isTrue();
            assertThat(band.picklistValues()).extracting(PicklistEntry::value).containsExactly("Green", "Red");
            assertThat(band.defaultValue()).isEqualTo("Green");
        });
    }

    @Test
    void givesFieldsOfActivityToTasksAndEvents() throws IOException {
        field("Activity", "Key__c", "<type>Text</type><length>40</length>");
        assertThat(read("Task", "Key__c").length()).isEqualTo(40);
        assertThat(read("Event", "Key__c").length()).isEqualTo(40);
    }

    @Test
    void readsACustomObjectWithItsMaster() throws IOException {
        write(
                folder,
                "x/objects/Plan__c/Plan__c.object-meta.xml",
                "<CustomObject><label>Plan</label><pluralLabel>Plans</pluralLabel><nameField><label>Plan Name</label><type>Text</type></nameField></CustomObject>");
        write(
                folder,
                "x/objects/Step__c/Step__c.object-meta.xml",
                "<CustomObject><label>Step</label><pluralLabel>Steps</pluralLabel><nameField><label>Step Name</label><type>Text</type></nameField></CustomObject>");
        write(
                folder,
                "x/objects/Step__c/fields/Plan__c.field-meta.xml",
                fieldXml(
                        "Plan__c",
                        "<type>MasterDetail</type><referenceTo>Plan__c</referenceTo><relationshipName>Steps</relationshipName>"));

        Schema schema = SchemaReader.read(folder, false).schema();
        ObjectSchema step = schema.object("Step__c").orElseThrow();
        assertThat(step.has("OwnerId")).isFalse();
        assertThat(schema.object("Plan__c").orElseThrow().has("OwnerId")).isTrue();
        assertThat(step.relationship("Plan__r").orElseThrow().required()).isTrue();
        assertThat(schema.object("Plan__c").orElseThrow().childRelationships())
                .containsExactly(new ChildRelationship("Step__c", "Plan__c", "Steps__r", true, false));
        assertThat(schema.object("Plan__c").orElseThrow().keyPrefix()).isEqualTo("a00");
        assertThat(step.keyPrefix()).isEqualTo("a01");
    }

    @ParameterizedTest
    @CsvSource({
        "/salesforce-metadata, jar:file:%s!/salesforce-metadata",
        "/BOOT-INF/classes/salesforce-metadata, jar:nested:%s/!BOOT-INF/classes/!/salesforce-metadata/",
    })
    void readsAFolderInsideAJar(String inner, String uri) throws IOException {
        Path jar = folder.resolve("a b.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            write(
                    zip.getPath(inner),
                    "objects/Account/fields/A__c.field-meta.xml",
                    fieldXml("A__c", "<type>Date</type>"));
        }
        URI location = URI.create(uri.formatted(jar.toUri().getRawPath()));
        boolean found = MetadataLocation.of(location)
                .read(path -> SchemaReader.read(path, false)
                        .schema()
                        .object("Account")
                        .orElseThrow()
                        .has("A__c"));
        assertThat(found).isTrue();
    }

    @Test
    void saysEveryProblemWithFileAndElement() throws IOException {
        field("Account", "A__c", "<type>Strng</type>");
        field("Account", "B__c", "<type>Text</type>");
        field("Account", "C__c", "<type>Lookup</type><referenceTo>Nothing__c</referenceTo>");
        field("Account", "D__c", "<type>Date</type><defaultValue>TODAY()</defaultValue>");
        field("Nowhere__c", "E__c", "<type>Date</type>");
        write(folder, "objects/Account/fields/F__c.field-meta.xml", "<CustomField><fullName>F__c</CustomField>");
        permissionSet(
                "<fieldPermissions><editable>true</editable><field>Account.Nope__c</field><readable>true</readable></fieldPermissions>"
                        + "<fieldPermissions><editable>true</editable><field>Account.Name</field><readable>true</readable></fieldPermissions>"
                        + "<fieldPermissions><editable>true</editable><field>Account.BillingCity</field><readable>true</readable></fieldPermissions>"
                        + "<objectPermissions><allowRead>true</allowRead><object>Nothing__c</object></objectPermissions>");

        assertThatThrownBy(() -> SchemaReader.read(folder, false))
                .isInstanceOfSatisfying(
                        MetadataException.class,
                        e -> assertThat(e.problems())
                                .anyMatch(problem -> problem.contains(
                                        "A__c.field-meta.xml: <type> Strng is not one the sandbox knows"))
                                .anyMatch(problem -> problem.contains("B__c.field-meta.xml: <length> is missing"))
                                .anyMatch(problem -> problem.contains(
                                        "Account.C__c: <referenceTo> names Nothing__c, which does not exist"))
                                .anyMatch(problem -> problem.contains("<defaultValue> TODAY() is no plain value"))
                                .anyMatch(problem -> problem.contains("there is no object Nowhere__c"))
                                .anyMatch(problem -> problem.contains("F__c.field-meta.xml: line 1"))
                                .anyMatch(
                                        problem -> problem.contains(
                                                "P.permissionset-meta.xml: <fieldPermissions>: there is no field Account.Nope__c"))
                                .anyMatch(problem -> problem.contains("Account.Name is required or follows its object"))
                                .anyMatch(problem -> problem.contains("name Account.BillingAddress"))
                                .anyMatch(problem ->
                                        problem.contains("<objectPermissions>: there is no object Nothing__c"))
                                .hasSize(10));
    }

    @Test
    @DisplayName("L2: refuses a DOCTYPE, so no entity is ever resolved")
    void refusesADoctype() throws IOException {
        write(
                folder,
                "objects/Account/fields/A__c.field-meta.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><CustomField><fullName>&e;</fullName></CustomField>");
        assertThatThrownBy(() -> SchemaReader.read(folder, false))
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void hidesAndLocksFieldsByPermission() throws IOException {
        field("Account", "Seen__c", "<type>Date</type>");
        field("Account", "Hidden__c", "<type>Date</type>");
        permissionSet(
                "<objectPermissions><allowRead>true</allowRead><object>Account</object></objectPermissions>"
                        + "<fieldPermissions><editable>false</editable><field>Account.Seen__c</field><readable>true</readable></fieldPermissions>"
                        + "<fieldPermissions><editable>false</editable><field>Account.BillingAddress</field><readable>true</readable></fieldPermissions>");
        SchemaReader.Deployed deployed = SchemaReader.read(folder, false);

        ObjectSchema account = deployed.schema()
                .visibleTo(java.util.Objects.requireNonNull(
                        deployed.permissionSets().get("P")))
                .object("Account")
                .orElseThrow();
        assertThat(account.field("Seen__c").orElseThrow().updateable()).isFalse();
        assertThat(account.has("Hidden__c")).isFalse();
        assertThat(account.has("BillingCity")).isTrue();
        assertThat(account.has("ShippingCity")).isFalse();
        assertThat(account.has("Name")).isTrue();
        assertThat(account.has("SystemModstamp")).isTrue();
    }
}
