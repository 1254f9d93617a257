package io.plumbline.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Assessment;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.ChangePlanner;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.Given;
import io.plumbline.config.Ties.Place;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.journal.Answer;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mapping, field metadata, permission sets, card, reports, translations, detail and sandbox name the same fields: take any
 * field out of any of them, or call it something else there, and a check with a name says so.
 */
class EveryFieldIsTiedTest {

    private static final Path METADATA = Path.of("salesforce-metadata");
    private static final Pattern NAME_IN_MAPPING = Pattern.compile("\\b[A-Z]\\w*__[cr]\\b");

    private static Ties shipped;

    @BeforeAll
    static void readTheProject() throws IOException {
        Map<Place, String> texts = new EnumMap<>(Place.class);
        texts.put(
                Place.METADATA,
                objects(".field-meta.xml", path -> path.getParent().getParent()));
        texts.put(Place.SANDBOX, sandbox());
        for (Map.Entry<Place, String> set : Map.of(
                        Place.INTEGRATION,
                        "Integration",
                        Place.SAM,
                        "SAM",
                        Place.LEADER,
                        "Leader",
                        Place.ADMIN,
                        "Admin")
                .entrySet()) {
            texts.put(
                    set.getKey(),
                    text("access/permissionsets/Plumbline_" + set.getValue() + ".permissionset-meta.xml"));
        }
        texts.put(
                Place.MAPPING,
                Files.readString(Path.of("connector-config", "mapping.yaml")).replaceAll("#.*", ""));
        texts.put(Place.CARD, text("screens/lwc/plumblineCard/plumblineCard.js"));
        texts.put(Place.DETAIL_IN_CARD, text("screens/lwc/plumblineVerdict/plumblineVerdict.js"));
        texts.put(Place.REPORT_TYPE, text("screens/reportTypes/Plumbline_Verdicts.reportType-meta.xml"));
        texts.put(Place.GERMAN, objects("-de.objectTranslation-meta.xml", Path::getParent));
        texts.put(Place.DETAIL, detail());
        shipped = Ties.of(texts);
        assertThat(TieChecks.failing(shipped)).isEmpty();
    }

    @Test
    void everyPlaceNamesFields() {
        assertThat(Place.values())
                .allSatisfy(place -> assertThat(shipped.in(place)).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsTakenOutUnnoticed(Place place) {
        List<String> unnoticed = new ArrayList<>();
        for (String name : shipped.in(place)) {
            Ties copy = shipped.with(place, without(name, place, shipped.text(place)));
            assertThat(copy.in(place)).as("%s is taken out of %s", name, place).doesNotContain(name);
            if (TieChecks.failing(copy).isEmpty()) {
                unnoticed.add(name);
            }
        }

        assertThat(unnoticed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsCalledSomethingElseUnnoticed(Place place) {
        String text = shipped.text(place);
        List<String> unnoticed = new ArrayList<>();
        for (MatchResult mention : mentions(place, text)) {
            String other = text.substring(0, mention.start()) + "Other_" + text.substring(mention.start());
            if (TieChecks.failing(shipped.with(place, other)).isEmpty()) {
                unnoticed.add(mention.group() + " at " + mention.start());
            }
        }

        assertThat(mentions(place, text)).isNotEmpty();
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void theAccountPageShowsTheCard() throws IOException {
        assertThat(text("screens/flexipages/Plumbline_Account_Page.flexipage-meta.xml"))
                .contains("<componentName>c:plumblineCard</componentName>");
    }

    /** Every single mention of a field's own name, not only one of each. */
    private static List<MatchResult> mentions(Place place, String text) {
        Pattern mention = switch (place) {
            case METADATA -> Pattern.compile("(?<=<fullName>)\\w+__c(?=</fullName>)");
            case INTEGRATION, SAM, LEADER, ADMIN, REPORT_TYPE ->
                Pattern.compile("(?<=<field>\\w{0,40}\\.)\\w+__c(?=</field>)|(?<=<field>)\\w+__c(?=</field>)");
            case GERMAN -> Pattern.compile("(?<=<name>)\\w+__c(?=</name>)");
            case MAPPING -> NAME_IN_MAPPING;
            case CARD -> Pattern.compile("(?<=/schema/Account\\.)\\w+__c");
            case SANDBOX -> Pattern.compile("(?m)(?<=\\.)\\w+__c$");
            case DETAIL -> Pattern.compile("(?m)(?<=Detail\\.)\\w+$");
            case DETAIL_IN_CARD -> Pattern.compile("(?<=\\bdetail\\.)\\w+");
        };
        return mention.matcher(text).results().toList();
    }

    private static String without(String name, Place place, String text) {
        String edit = name.replace(Ties.EDIT, "");
        String object = Pattern.quote(edit.substring(0, edit.indexOf('.')));
        String field = Pattern.quote(edit.substring(edit.indexOf('.') + 1));
        return switch (place) {
            case METADATA -> shipped.files().without(name);
            case INTEGRATION, SAM, LEADER, ADMIN -> {
                String grant = "<field>" + edit + "</field>";
                int at = text.indexOf(grant);
                int from = text.lastIndexOf("<fieldPermissions>", at);
                int to = text.indexOf("</fieldPermissions>", at);
                String block = text.substring(from, to);
                String less = name.endsWith(Ties.EDIT)
                        ? block.replace("<editable>true", "<editable>false")
                        : block.replace("<readable>true", "<readable>false");
                yield text.substring(0, from) + less + text.substring(to);
            }
            case MAPPING -> text.replaceAll("(?m)^.*\\b" + field + "\\b.*\\R", "");
            case REPORT_TYPE -> text.replaceAll("<field>" + field + "</field>", "");
            case GERMAN -> {
                int from = text.indexOf(FieldFiles.OBJECT + edit.substring(0, edit.indexOf('.')) + "\n");
                int at = text.indexOf("<name>" + edit.substring(edit.indexOf('.') + 1) + "</name>", from);
                yield text.substring(0, at) + text.substring(text.indexOf("</name>", at));
            }
            case CARD, SANDBOX, DETAIL, DETAIL_IN_CARD -> {
                String mention = place == Place.DETAIL_IN_CARD ? "\\bdetail\\." + field : Pattern.quote(edit);
                yield text.replaceAll(mention + "\\b", "");
            }
        };
    }

    private static String text(String file) throws IOException {
        return Files.readString(METADATA.resolve(file));
    }

    /** All files that end so, each after a line with its object. */
    private static String objects(String ending, java.util.function.UnaryOperator<Path> folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(METADATA)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                String object = folder.apply(file).getFileName().toString().replaceFirst("-de$", "");
                all.append(FieldFiles.OBJECT).append(object).append('\n').append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** Every custom field that the sandbox read; those of tasks and events are one. */
    private static String sandbox() {
        Set<String> fields = new TreeSet<>();
        SchemaReader.read(METADATA, true)
                .schema()
                .objects()
                .forEach(object -> object.fieldsByLowerName().values().stream()
                        .map(FieldSchema::name)
                        .filter(name -> name.endsWith("__c"))
                        .forEach(name ->
                                fields.add(object.name().replaceFirst("^(Task|Event)$", "Activity") + "." + name)));
        return String.join("\n", fields);
    }

    /** The parts of a detail as a first verdict writes it, of which somebody answered a finding. */
    private static String detail() {
        Assessment verdict = Given.verdict()
                .findings(Given.finding("plan.review", Theme.CURRENCY, Severity.WARNING))
                .build();
        Answer answer = new Answer(Given.ACCOUNT, "plan.review", "Known", Given.OWNER, Given.NOW, Given.DAY);
        ChangeSet planned = new ChangePlanner(Given.policy(), Given.people())
                .plan(
                        AnsweredAssessment.of(verdict, List.of(answer)),
                        Given.context(),
                        Given.nothingWritten(),
                        Given.NOW);
        String json = Given.after(Given.nothingWritten(), planned)
                .fields()
                .get(Given.field(Result.DETAIL))
                .toString();
        return JsonMapper.shared().readTree(json).propertyNames().stream()
                .map(part -> "Detail." + part)
                .collect(joining("\n"));
    }
}
