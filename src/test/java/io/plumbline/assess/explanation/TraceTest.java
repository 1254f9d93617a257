package io.plumbline.assess.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.policy.Curve;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pile of inputs: what lies on it, in which order, and what is made of it. */
class TraceTest {

    private final Trace trace = Trace.on();

    @Test
    void whatIsFoldedTakesThePlaceOfItsInputsAloneAndInTheirOrder() {
        trace.given("before", 1.0);
        int mark = trace.mark();
        trace.given("one", 2.0);
        trace.given("two", 3.0);
        trace.fold(mark, Combination.SUM, "sum", 5.0);

        trace.file(0, Combination.PRODUCT, "result", 5.0);

        Explained result = trace.explanation().single().get("result");
        assertThat(result.name()).isEqualTo("result");
        assertThat(result.value()).isEqualTo(5.0);
        assertThat(result.how()).isEqualTo(Combination.PRODUCT);
        assertThat(result.from()).extracting(Explained::name).containsExactly("before", "sum");
        assertThat(result.from().get(0).how()).isEqualTo(Combination.GIVEN);
        assertThat(result.from().get(1).value()).isEqualTo(5.0);
        assertThat(result.from().get(1).from()).extracting(Explained::name).containsExactly("one", "two");
        assertThat(trace.mark()).as("nothing is left").isZero();
    }

    @Test
    void weightRecordsAndCurveBelongToWhatWasLaidLast() {
        Records records = trace.records();
        records.add("id1");
        records.addAll(List.of("id2", "id3"));
        trace.given("first", 1.0);
        trace.given("counted", 3.0);
        trace.from(records);
        trace.weigh(2);
        trace.count("number", 3, records);
        trace.term("term", 4, "id4");
        trace.given("of records", 5, records);
        Curve curve = new Curve(List.of(new Curve.Point(0, 0), new Curve.Point(10, 100), new Curve.Point(20, 100)));
        int mark = trace.mark();
        trace.given("x", 5.0);
        trace.curve(mark, curve, 5, "score", 50);
        trace.see("health", "seen", 7.0);
        trace.seeMember("measures", "rhythm.recency", 8.0);

        trace.file(0, Combination.TAKEN, "group", "member", 1.0);

        List<Explained> from =
                trace.explanation().grouped().get("group").get("member").from();
        assertThat(from)
                .extracting(Explained::name)
                .containsExactly("first", "counted", "number", "term", "of records", "score", "seen", "rhythm.recency");
        assertThat(from).extracting(Explained::weight).containsExactly(null, 2.0, null, null, null, null, null, null);
        assertThat(from)
                .extracting(Explained::records)
                .containsExactly(
                        List.of(),
                        List.of("id1", "id2", "id3"),
                        List.of("id1", "id2", "id3"),
                        List.of("id4"),
                        List.of("id1", "id2", "id3"),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(from)
                .extracting(Explained::how)
                .containsExactly(
                        Combination.GIVEN,
                        Combination.GIVEN,
                        Combination.COUNT,
                        Combination.GIVEN,
                        Combination.GIVEN,
                        Combination.CURVE,
                        Combination.SEE,
                        Combination.SEE);
        assertThat(from)
                .extracting(Explained::at)
                .containsExactly(null, null, null, null, null, null, "health", "measures.rhythm.recency");
        assertThat(from.get(5).segment()).containsExactly(new Curve.Point(0, 0), new Curve.Point(10, 100));
        assertThat(from.get(5).from()).extracting(Explained::name).containsExactly("x");
    }

    @Test
    void whatIsTakenIsGoneUntilItIsLaidAgain() {
        trace.given("kept", 1.0);
        trace.given("taken", 2.0);

        Explained taken = trace.take();
        assertThat(trace.mark()).isEqualTo(1);
        trace.given("between", 3.0);
        trace.lay(taken);
        trace.lay(null);
        trace.file("group", "last");
        trace.file(0, Combination.ALL, "rest", true);

        assertThat(trace.explanation().grouped().get("group").get("last").name())
                .isEqualTo("taken");
        assertThat(trace.explanation().single().get("rest").from())
                .extracting(Explained::name)
                .containsExactly("kept", "between");
    }

    @Test
    void switchedOffItKeepsNothing() {
        Trace off = Trace.off();
        off.given("one", 1.0);
        off.term("two", 2.0, "id");
        off.count("three", 3, off.records());
        off.see("four", "four", 4.0);
        off.seeMember("five", "five", 5.0);
        off.weigh(1);
        off.from(off.records());
        off.fold(0, Combination.SUM, "sum", 1.0);
        off.lay(Explained.of("six", 6.0, Combination.GIVEN, List.of()));
        off.file(0, Combination.SUM, "key", 1.0);
        off.file(0, Combination.SUM, "group", "id", 1.0);
        off.file("group", "id");
        Records forgotten = off.records();
        forgotten.add("id");
        forgotten.addAll(List.of("more"));

        assertThat(off.isOn()).isFalse();
        assertThat(trace.isOn()).isTrue();
        assertThat(off.mark()).isZero();
        assertThat(off.take()).isNull();
        assertThat(forgotten.ids()).isEmpty();
        assertThat(off.explanation().single()).isEmpty();
        assertThat(off.explanation().grouped()).isEmpty();
    }
}
