package io.plumbline.dossier.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.config.Configuration;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Interaction;
import io.plumbline.dossier.Opportunity;
import io.plumbline.dossier.building.people.InteractionReader;
import io.plumbline.dossier.building.rows.MappedRow;
import io.plumbline.mirror.MirrorRow;
import io.plumbline.mirror.RowSource;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.setup.OrgSettings;
import io.plumbline.testing.Trap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the day begins first and last on earth, no date moves and each moment belongs to the org's day. */
class DaysOfFarZonesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Pacific/Kiritimati, 2026-02-27T09:59:59Z, 2026-02-27, 2026-03-03",
        "Pacific/Kiritimati, 2026-02-27T10:00:00Z, 2026-02-28, 2026-03-03",
        "Pacific/Niue, 2026-02-27T10:59:59Z, 2026-02-26, 2026-03-01",
        "Pacific/Niue, 2026-02-27T11:00:00Z, 2026-02-27, 2026-03-01"
    })
    @Trap({"H1", "H5"})
    void aDayIsADayAndAMomentBelongsToTheOrgsDay(String zone, String begins, LocalDate day, LocalDate today) {
        OrgFixture org =
                new OrgFixture(new OrgSettings("Far away", ZoneId.of(zone), false, Currency.getInstance("USD")));
        String acme = org.create("Account", "Name", "Acme");
        event(org, acme, "StartDateTime", begins, "DurationInMinutes", 60);
        event(org, acme, "IsAllDayEvent", true, "ActivityDate", "2026-02-26", "DurationInMinutes", 1440);
        org.create(
                "Task",
                "Subject",
                "Called",
                "WhatId",
                acme,
                "TaskSubtype",
                "Call",
                "Status",
                "Completed",
                "ActivityDate",
                "2026-02-25");
        org.create(
                "Opportunity",
                "Name",
                "Deal",
                "AccountId",
                acme,
                "StageName",
                "Prospecting",
                "CloseDate",
                "2026-02-24");
        try (OrgRead reading = new OrgRead(org.org)) {
            Dossier dossier = reading.only(today).dossier();
            assertThat(dossier.interactions())
                    .extracting(Interaction::kind, Interaction::date)
                    .containsExactlyInAnyOrder(
                            tuple(Interaction.Kind.CALL, LocalDate.of(2026, 2, 25)),
                            tuple(Interaction.Kind.MEETING, LocalDate.of(2026, 2, 26)),
                            tuple(Interaction.Kind.MEETING, day));
            assertThat(dossier.opportunities())
                    .extracting(Opportunity::closeDate, Opportunity::createdDate)
                    .containsExactly(tuple(LocalDate.of(2026, 2, 24), today));
        }
    }

    /** The org may leave the day of an event with an hour empty, or write it as the day of somebody's own zone. */
    @ParameterizedTest(name = "in {0}, all day: {1}, on {2}, from {3}: {4}")
    @CsvSource({
        "Pacific/Kiritimati, false, , 2026-02-27T10:00:00Z, 2026-02-28",
        "Pacific/Kiritimati, false, 2026-02-27, 2026-02-27T10:00:00Z, 2026-02-28",
        "Pacific/Niue, false, 2026-02-27, 2026-02-27T10:59:59Z, 2026-02-26",
        "Pacific/Niue, true, 2026-02-27, 2026-02-27T00:00:00Z, 2026-02-27",
        "Pacific/Niue, , 2026-02-27, 2026-02-27T00:00:00Z, 2026-02-27",
        "Pacific/Niue, false, 2026-02-27, , 2026-02-27"
    })
    @Trap("H1")
    void anEventIsOfTheDayOnWhichItBeganInTheOrg(
            String zone,
            @Nullable Boolean allDay,
            @Nullable LocalDate day,
            @Nullable Instant starts,
            LocalDate expected) {
        Map<FieldName, FieldValue> fields = new HashMap<>();
        if (allDay != null) {
            fields.put(FieldName.of("IsAllDayEvent"), FieldValue.flag(allDay));
        }
        if (day != null) {
            fields.put(FieldName.of("ActivityDate"), FieldValue.day(day));
        }
        if (starts != null) {
            fields.put(FieldName.of("StartDateTime"), FieldValue.moment(starts));
        }
        MirrorRow row = new MirrorRow(
                RowSource.of("events"),
                new CrmRecord(ObjectName.of("Event"), RecordId.of("00U000000000001"), fields),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                false,
                Optional.empty());
        assertThat(InteractionReader.eventDate(
                        new MappedRow(row, Configuration.shipped().mapping(), ZoneId.of(zone))))
                .isEqualTo(expected);
    }

    private static void event(OrgFixture org, String account, Object... fields) {
        Object[] all = new Object[fields.length + 4];
        System.arraycopy(new Object[] {"Subject", "Meeting", "WhatId", account}, 0, all, 0, 4);
        System.arraycopy(fields, 0, all, 4, fields.length);
        org.create("Event", all);
    }
}
