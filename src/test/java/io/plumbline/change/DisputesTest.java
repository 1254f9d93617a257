package io.plumbline.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.testing.Trap;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputesTest {

    private static final FieldName BAND = FieldName.of("Plumbline_Band__c");
    private static final FieldName STAMP = FieldName.of("Plumbline_Changed_On__c");

    @Trap("F13")
    @ParameterizedTest(name = "after {0} corrections: {1} more")
    @CsvSource({"0, 1", "2, 1", "3, 0", "9, 0"})
    void fieldIsPutBackThreeTimesAndNoMore(int before, int more) {
        ChangeSet set = Disputes.hold(set(back()), Collections.nCopies(before, update(back(), stamp())));

        assertThat(set.changes()).hasSize(more);
        assertThat(set.held()).hasSize(1 - more).allSatisfy(held -> {
            assertThat(held.what()).isEqualTo(BAND.value());
            assertThat(held.reason()).contains("changed Plumbline_Band__c back 3 times", "administrator");
        });
    }

    @Trap("F13")
    @Test
    void newVerdictIsWrittenAllTheSame() {
        FieldChange news = new FieldChange(BAND, FieldValue.text("Red"), FieldValue.text("Green"), "news");

        assertThat(Disputes.hold(set(news), Collections.nCopies(9, update(back(), stamp())))
                        .changes())
                .hasSize(1);
        assertThat(Disputes.possibleIn(set(news))).isFalse();
        assertThat(Disputes.possibleIn(set(back()))).isTrue();
    }

    private static FieldChange back() {
        return new FieldChange(BAND, FieldValue.text("RED"), FieldValue.text("Red"), "changed by hand", true);
    }

    private static FieldChange stamp() {
        return new FieldChange(STAMP, FieldValue.EMPTY, FieldValue.moment(Instant.EPOCH), "now");
    }

    private static Change.AccountUpdate update(FieldChange... fields) {
        return new Change.AccountUpdate(Given.ACCOUNT, List.of(fields));
    }

    private static ChangeSet set(FieldChange field) {
        return new ChangeSet(
                Given.ACCOUNT,
                List.of(update(field, stamp())),
                List.of(),
                Set.of(),
                true,
                false,
                false,
                new VerdictMark("v", "t"));
    }
}
