package io.plumbline.dossier.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dossier.Account;
import io.plumbline.dossier.Contact;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.HealthOnDate;
import io.plumbline.dossier.Interaction;
import io.plumbline.dossier.Objective;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.SupportCase;
import io.plumbline.dossier.TeamMember;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierJsonTest {

    private final DossierJson json = new DossierJson();

    @Test
    void readsADossierThatNamesOnlyDayAndAccount() {
        Dossier dossier = read("");

        assertThat(dossier.asOf()).isEqualTo(LocalDate.parse("2026-06-30"));
        assertThat(dossier.account()).isEqualTo(new Account("A1", null, null, null, Map.of()));
        assertThat(dossier.activityCapture()).isFalse();
        assertThat(dossier.users()).isNull();
        assertThat(dossier.team()).isNull();
        assertThat(dossier.cases()).isNull();
        assertThat(dossier.contacts()).isEmpty();
        assertThat(dossier.plans()).isEmpty();
    }

    @Test
    void tellsUnknownFromEmpty() {
        Plan plan = read(", 'users': [], 'plans': [{'id': 'P1', 'actions': [], 'objectives': null}]")
                .plans()
                .getFirst();

        assertThat(read(", 'users': []").users()).isEmpty();
        assertThat(read(", 'users': null").users()).isNull();
        assertThat(read(", 'users': 'many'").users()).isNull();
        assertThat(plan.actions()).isEmpty();
        assertThat(plan.objectives()).isNull();
        assertThat(plan.stakeholders()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "2026-02-28, 2026-02-28",
                "2026-02-28T23:59:59.000Z, 2026-02-28",
                "2024-02-29, 2024-02-29",
                "2026-02-29, absent",
                "2026-13-01, absent",
                "2026-2-1, absent",
                "28/02/2026, absent",
                "soon, absent"
            })
    void readsDatesByTheirFirstTenCharacters(String text, LocalDate date) {
        Dossier dossier = read(", 'cases': [{'id': 'S1', 'createdDate': '" + text + "'}]");

        assertThat(dossier.cases()).extracting(SupportCase::createdDate).containsExactly(date);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {"1, 1", "3.0, 3", "7, 7", "true, absent", "'\"1\"', absent", "1.5, absent", "null, absent"})
    void readsTheTierFromANumberOnly(String value, Integer tier) {
        Dossier dossier = json.read(
                        "{\"asOf\": \"2026-06-30\", \"account\": {\"id\": \"A1\", \"tier\": " + value + "}}")
                .dossier();

        assertThat(dossier.account().tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "12, 12.0",
                "-0.5, -0.5",
                "1e3, 1000.0",
                "true, absent",
                "'\"12\"', absent",
                "1e999, absent",
                "null, absent"
            })
    void readsAFactFromANumberOnly(String value, Double fact) {
        Dossier dossier = json.read(
                        "{\"asOf\": \"2026-06-30\", \"account\": {\"id\": \"A1\", \"facts\": {\"csat\": {\"value\": "
                                + value + "}}}}")
                .dossier();

        assertThat(dossier.account().facts().get("csat").value()).isEqualTo(fact);
    }

    @Test
    void takesAnEmptyIdForNone() {
        Dossier dossier = read(", 'team': [{'userId': '', 'role': 'Innovator'}],"
                + "'interactions': [{'kind': 'meeting', 'contactIds': ['', 'C1']}]");

        assertThat(dossier.team()).containsExactly(new TeamMember(null, "Innovator"));
        assertThat(dossier.interactions().getFirst().contactIds()).containsExactly("C1");
    }

    @Test
    void givesDefaultsToKindsDirectionsAndActivity() {
        Dossier dossier = read(", 'contacts': [{'id': 'C1'}, {'id': 'C2', 'active': false}],"
                + "'interactions': [{'kind': 'call'}, {'kind': 'email'}, {'kind': 'fax', 'direction': 'in'}]");

        assertThat(dossier.contacts()).extracting(Contact::active).containsExactly(true, false);
        assertThat(dossier.interactions())
                .extracting(Interaction::kind)
                .containsExactly(Interaction.Kind.CALL, Interaction.Kind.EMAIL, Interaction.Kind.OTHER);
        assertThat(dossier.interactions()).extracting(Interaction::isTwoWay).containsExactly(true, false, true);
    }

    @Test
    void keepsEveryFieldOfAPlansChildren() {
        Plan plan =
                read(", 'plans': [{'id': 'P1', 'objectives': [{'id': 'O1', 'target': 5, 'dueDate': '2026-12-31', 'colour': 'red', 'gone': null}],"
                                + "'sections': {'risks': {'items': [{'name': 'Strike', 'tags': [], 'sure': false}]}}}]")
                        .plans()
                        .getFirst();

        Objective objective = plan.objectives().getFirst();
        assertThat(objective.dueDate()).isEqualTo("2026-12-31");
        assertThat(objective.item().get("colour")).isEqualTo("red");
        assertThat(objective.item().fields()).doesNotContainKey("gone").containsKey("target");
        assertThat(plan.sections().get("risks").items().getFirst().fields()).containsOnlyKeys("name", "tags", "sure");
    }

    @Test
    void readsTheBandWrittenBefore() {
        assertThat(line(", 'previous': {'band': 'GREEN', 'health': 74}").previousBand())
                .contains("GREEN");
        assertThat(line(", 'previous': {'band': null}").previousBand()).isEmpty();
        assertThat(line(", 'previous': null").previousBand()).isEmpty();
    }

    @Test
    void skipsHealthThatWasNotWritten() {
        assertThat(read(", 'history': [{'date': '2026-03-01', 'health': null}, {'date': '2026-03-01', 'health': 70}]")
                        .history())
                .containsExactly(new HealthOnDate(LocalDate.parse("2026-03-01"), 70));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{\"asOf\": ", "{} {}", "{'a': 1}"})
    void refusesTextThatIsNoJsonObject(String text) {
        assertThatThrownBy(() -> json.read(text)).isInstanceOf(MalformedDossierException.class);
    }

    @Test
    void refusesADossierWithoutDayOrAccount() {
        assertThatThrownBy(() -> json.read("{\"account\": {\"id\": \"A1\"}}"))
                .hasMessageContaining("A1")
                .hasMessageContaining("'asOf'");
        assertThatThrownBy(() -> json.read("{\"asOf\": \"2026-06-30\", \"account\": {\"id\": \"\"}}"))
                .hasMessageContaining("names no account");
    }

    @Test
    void ofANameThatComesTwiceTheLastValueCounts() {
        Dossier dossier = read(
                ", 'users': [{'id': 'U1'}], 'users': null, 'plans': [{'id': 'P1', 'id': 'P2',"
                        + "'objectives': [{'id': 'O1', 'target': 'more', 'target': 'less', 'measure': 'x', 'measure': null}],"
                        + "'sections': {'risks': {'text': 'one'}, 'risks': {'text': 'two'}, 'industry': {'text': 'one'}, 'industry': 5}}]");

        Plan plan = dossier.plans().getFirst();
        assertThat(dossier.users()).isNull();
        assertThat(plan.id()).isEqualTo("P2");
        assertThat(plan.objectives().getFirst().item().fields()).isEqualTo(Map.of("id", "O1", "target", "less"));
        assertThat(plan.sections()).containsOnlyKeys("risks");
        assertThat(plan.sections().get("risks").text()).isEqualTo("two");
    }

    /** Neither few nor many fields of an item may be lost or stand twice. */
    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 32, 33, 5_000})
    void keepsItemsOfAnyNumberOfFields(int fields) {
        String item = IntStream.range(0, fields)
                .mapToObj(i -> "'f" + i + "': " + i)
                .collect(Collectors.joining(", ", "{", ", 'f0': 'again'}"));

        Plan plan = read(", 'plans': [{'id': 'P1', 'actions': [" + item + "]}]")
                .plans()
                .getFirst();

        Map<String, Object> read = plan.actions().getFirst().item().fields();
        assertThat(read).hasSize(fields).containsEntry("f" + (fields - 1), fields - 1);
        assertThat(read).containsEntry("f0", "again");
    }

    @Test
    void keepsTextsOfAnyLengthAsTheyAre() {
        String fits = "\\u00e4".repeat(32);
        Dossier dossier = read(", 'contacts': [{'id': 'C1', 'name': '" + fits + "', 'title': '" + fits + "a'},"
                + "{'id': 'C1', 'name': '" + "long ".repeat(100_000) + "', 'title': ''}]");

        assertThat(dossier.contacts()).extracting(Contact::id).containsExactly("C1", "C1");
        assertThat(dossier.contacts())
                .extracting(Contact::name)
                .containsExactly("\u00e4".repeat(32), "long ".repeat(100_000));
        assertThat(dossier.contacts()).extracting(Contact::title).containsExactly("\u00e4".repeat(32) + "a", "");
    }

    @Test
    void keepsOneStringForAnIdWhereverItStands() {
        Dossier dossier = read(", 'contacts': [{'id': 'C1'}], 'interactions': [{'contactIds': ['C1']}]");

        assertThat(dossier.interactions().getFirst().contactIds().getFirst())
                .isSameAs(dossier.contacts().getFirst().id());
    }

    /** They share a hash, so they fall on the same place of the pool. */
    @Test
    void tellsTextsOfOneHashApart() {
        Dossier dossier = read(", 'contacts': [{'id': 'Aa'}, {'id': 'BB'}, {'id': 'Aa'}]");

        assertThat(dossier.contacts()).extracting(Contact::id).containsExactly("Aa", "BB", "Aa");
    }

    @Test
    void saysThatALineHoldsOneValueOnly() {
        assertThatThrownBy(() -> json.read("{\"asOf\": \"2026-06-30\", \"account\": {\"id\": \"A1\"}} {}"))
                .isInstanceOf(MalformedDossierException.class)
                .hasMessageStartingWith("Not JSON, near column 5")
                .hasMessageContaining("More follows");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatThrownBy(() -> json.read("{\"asOf\": " + "[".repeat(100_000)))
                .isInstanceOf(MalformedDossierException.class);
    }

    private Dossier read(String more) {
        return line(more).dossier();
    }

    private DossierLine line(String more) {
        return json.read(("{'asOf': '2026-06-30', 'account': {'id': 'A1'}" + more + "}").replace('\'', '"'));
    }
}
