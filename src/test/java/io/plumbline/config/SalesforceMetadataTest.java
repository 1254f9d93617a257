package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.mapping.ResultField;
import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.Translation;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a deployment would refuse, found before anybody deploys; and what a newcomer needs, said in the org itself. */
class SalesforceMetadataTest {

    private static final Path ROOT = MetadataFile.ROOT;
    private static final Pattern OUR_NAME = Pattern.compile("Plumbline_[A-Za-z0-9]+(_[A-Za-z0-9]+)*(__c)?");
    private static final Pattern CUSTOM_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*__c");

    /** Elements that Salesforce asks of a field of each type, besides those of every field. */
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "Checkbox", Set.of("defaultValue"),
            "Currency", Set.of("precision", "scale"),
            "Date", Set.of(),
            "DateTime", Set.of(),
            "LongTextArea", Set.of("length", "visibleLines"),
            "Lookup", Set.of("referenceTo", "relationshipName", "relationshipLabel", "deleteConstraint"),
            "MasterDetail", Set.of("referenceTo", "relationshipName", "relationshipLabel", "relationshipOrder"),
            "Number", Set.of("precision", "scale"),
            "Percent", Set.of("precision", "scale"),
            "Picklist", Set.of("valueSet"));

    private final Map<String, List<MetadataFile>> files = MetadataFile.all();

    /** The folder {@code scratch} brings up an org and is not deployed itself. */
    @Test
    void theProjectListsEveryFolder() throws IOException {
        JsonNode project = new ObjectMapper().readTree(Files.readString(ROOT.resolve("sfdx-project.json")));
        Set<String> listed = new TreeSet<>();
        project.get("packageDirectories")
                .forEach(folder -> listed.add(folder.get("path").asString()));

        assertThat(project.get("sourceApiVersion").asString()).isEqualTo("65.0");
        try (Stream<Path> folders = Files.list(ROOT)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .filter(folder -> !folder.equals("scratch")))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void everyFileIsOfAKindThatSalesforceDeploys() {
        assertThat(files).containsOnlyKeys("CustomField", "CustomObject", "CustomPermission", "PermissionSet");
        assertThat(files.get("CustomField")).allSatisfy(file -> {
            assertThat(file.path().getParent().getFileName()).hasToString("fields");
            assertThat(file.path().getFileName()).hasToString(file.name() + ".field-meta.xml");
        });
        assertThat(files.get("CustomObject"))
                .allSatisfy(file -> assertThat(file.path())
                        .endsWith(Path.of("objects", file.name(), file.name() + ".object-meta.xml")));
        assertThat(files.get("PermissionSet"))
                .allSatisfy(file -> assertThat(file.path())
                        .endsWith(Path.of("permissionsets", file.name() + ".permissionset-meta.xml")));
        assertThat(files.get("CustomPermission"))
                .allSatisfy(file -> assertThat(file.path())
                        .endsWith(Path.of("customPermissions", file.name() + ".customPermission-meta.xml")));
    }

    @Test
    void theElementsStandInTheOrderOfTheMetadataWsdl() {
        all().forEach(file -> {
            List<String> names = new ArrayList<>();
            for (Node child = file.root().getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element && !element.getLocalName().equals("fullName")) {
                    names.add(element.getLocalName());
                }
            }
            assertThat(names).as(file.path().toString()).isSorted();
        });
    }

    @Test
    void everyFieldIsWhatItsTypeNeeds() {
        assertThat(files.get("CustomField")).hasSizeGreaterThan(60).allSatisfy(file -> {
            assertThat(file.text("fullName")).as(file.path().toString()).contains(file.name());
            assertThat(file.name()).matches(CUSTOM_NAME).hasSizeLessThanOrEqualTo(40 + "__c".length());
            String type = file.text("type").orElse("");
            if (type.equals("Text")) {
                assertThat(file.text("length").isPresent()
                                ^ file.text("formula").isPresent())
                        .as("%s has either a length or a formula", file.path())
                        .isTrue();
            } else {
                assertThat(NEEDED).as(file.path().toString()).containsKey(type);
                assertThat(NEEDED.get(type))
                        .allSatisfy(element -> assertThat(file.text(element))
                                .as("%s of %s", element, file.path())
                                .isPresent());
            }
            file.text("precision")
                    .map(Integer::valueOf)
                    .ifPresent(precision -> assertThat(precision)
                            .as(file.path().toString())
                            .isLessThanOrEqualTo(18)
                            .isGreaterThanOrEqualTo(
                                    file.text("scale").map(Integer::valueOf).orElseThrow()));
        });
    }

    /** Fields of ours on objects of others carry our name; in our own objects that would only be noise. */
    @Test
    void everythingOfOursIsSeenToBeOurs() {
        all().forEach(file -> {
            boolean inOurObject = file.path().toString().contains("Plumbline_")
                    && file.text("fullName").isPresent()
                    && file.object().startsWith("Plumbline_");
            if (!inOurObject) {
                assertThat(file.name()).matches(OUR_NAME);
            }
        });
    }

    @Test
    void everythingIsLabelledAndSaysWhoWritesItAndWhatBlankMeans() {
        all().forEach(file -> {
            assertThat(file.text("label"))
                    .as("label of %s", file.path())
                    .hasValueSatisfying(label -> assertThat(label).isNotBlank().hasSizeLessThanOrEqualTo(40));
            boolean grant = Set.of("PermissionSet", "CustomPermission")
                    .contains(file.root().getLocalName());
            assertThat(file.text("description"))
                    .as("description of %s", file.path())
                    .hasValueSatisfying(description ->
                            assertThat(description).isNotBlank().hasSizeLessThanOrEqualTo(grant ? 255 : 1000));
        });
        assertThat(files.get("CustomField")).allSatisfy(file -> {
            assertThat(file.text("inlineHelpText"))
                    .as("help of %s", file.path())
                    .hasValueSatisfying(help -> assertThat(help).isNotBlank().hasSizeLessThanOrEqualTo(510));
            assertThat(file.text("description").orElseThrow())
                    .as(file.path().toString())
                    .containsPattern("Written|Set |Estimated|nobody writes")
                    .containsPattern("[Bb]lank|[Nn]ot ticked|empty picture");
        });
    }

    @Test
    void picklistValuesAreDistinctAndTheDrivingOnesRestricted() {
        files.get("CustomField").stream()
                .filter(file -> file.text("type").equals(Optional.of("Picklist")))
                .forEach(file -> {
                    Element set = file.children("valueSet").getFirst();
                    List<String> values = new ArrayList<>();
                    for (Element value : MetadataFile.children(
                            MetadataFile.children(set, "valueSetDefinition").getFirst(), "value")) {
                        values.add(MetadataFile.children(value, "fullName")
                                .getFirst()
                                .getTextContent());
                    }
                    assertThat(values).as(file.path().toString()).isNotEmpty().doesNotHaveDuplicates();
                });
        Map<String, Set<String>> restricted = picklists();
        Mapping mapping = Configuration.shipped().mapping();
        for (Result result : List.of(Result.BAND, Result.PLAN_CURRENCY, Result.TREND)) {
            ResultField field = mapping.result(result).orElseThrow();
            assertThat(restricted.get("Account." + field.field()))
                    .isEqualTo(new TreeSet<>(field.labels().values()));
        }
        Set<String> sections = new TreeSet<>();
        Configuration.shipped().policy().thoroughness().sections().forEach(section -> sections.add(section.id()));
        assertThat(restricted.get("Plumbline_Section__c.Section__c")).isEqualTo(sections);
    }

    @Test
    void theTablesOfTheMappingListEveryValueOfTheirPicklist() {
        Map<String, Set<String>> restricted = picklists();
        for (Source source : Configuration.shipped().mapping().sources().values()) {
            source.fields().values().forEach(mapped -> {
                Set<String> values = restricted.get(source.object() + "." + mapped.field());
                if (values != null && mapped.translation() instanceof Translation.Values table) {
                    assertThat(new TreeSet<>(table.table().keySet()))
                            .as(source.object() + "." + mapped.field())
                            .isEqualTo(values);
                }
            });
        }
    }

    @Trap("F8")
    @Test
    void theKeyOfOurTasksIsAUniqueCaseSensitiveExternalId() {
        MetadataFile key = files.get("CustomField").stream()
                .filter(file -> file.name().equals("Plumbline_Key__c"))
                .findFirst()
                .orElseThrow();

        assertThat(List.of("externalId", "unique", "caseSensitive"))
                .allSatisfy(element -> assertThat(key.text(element)).as(element).contains("true"));
    }

    @Test
    void lookupsOfOneParentHaveDistinctNames() {
        Set<String> seen = new HashSet<>();
        files.get("CustomField").stream()
                .filter(file -> file.text("relationshipName").isPresent())
                .forEach(file -> assertThat(seen.add(file.text("referenceTo").orElseThrow() + "."
                                + file.text("relationshipName").orElseThrow()))
                        .as(file.path().toString())
                        .isTrue());
    }

    private Map<String, Set<String>> picklists() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        files.get("CustomField")
                .forEach(file -> file.children("valueSet").stream()
                        .filter(set -> MetadataFile.flag(set, "restricted"))
                        .forEach(set -> {
                            Set<String> names = new TreeSet<>();
                            MetadataFile.children(
                                            MetadataFile.children(set, "valueSetDefinition")
                                                    .getFirst(),
                                            "value")
                                    .forEach(value -> names.add(MetadataFile.children(value, "fullName")
                                            .getFirst()
                                            .getTextContent()));
                            values.put(file.object() + "." + file.name(), names);
                        }));
        return values;
    }

    private Stream<MetadataFile> all() {
        return files.values().stream().flatMap(List::stream);
    }
}
