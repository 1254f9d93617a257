package io.plumbline.dossier.building;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dossier.Interaction;
import io.plumbline.dossier.Visibility;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.testing.Trap;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Salesforce archives after a year is read all the same, and where it is not there to be read that is told. */
class ArchivedActivitiesTest {

    private static final LocalDate START = LocalDate.ofInstant(OrgFixture.NOW, ZoneOffset.UTC);
    private static final LocalDate TODAY = START.plusDays(500);

    private final OrgFixture org = new OrgFixture();
    private final OrgRead reading = new OrgRead(org.org);

    @AfterEach
    void close() {
        reading.close();
    }

    @Test
    @Trap("G7")
    void activitiesThatTheOrgHasArchivedAreHeldAndCounted() {
        String acme = org.create("Account", "Name", "Acme");
        meeting(acme, START.minusDays(40));
        call(acme, START.minusDays(10));
        org.org.clock().advance(Duration.ofDays(500));
        meeting(acme, TODAY.minusDays(3));

        assertThat(reading.only(TODAY).dossier().interactions())
                .extracting(Interaction::date)
                .containsExactlyInAnyOrder(START.minusDays(40), START.minusDays(10), TODAY.minusDays(3));
        assertThat(reading.visibility(TODAY).archive())
                .contains(new Visibility.Archive(TODAY.minusDays(365), 2, START.minusDays(40)));
        assertThat(reading.visibility(TODAY).sentences()).noneMatch(sentence -> sentence.startsWith("No activity"));
    }

    @Test
    @Trap("G7")
    void whereNothingOldCanBeSeenWhatWasDoneThenIsUnknown() {
        String acme = org.create("Account", "Name", "Acme");
        org.org.clock().advance(Duration.ofDays(500));
        meeting(acme, TODAY.minusDays(3));
        reading.read();

        assertThat(reading.visibility(TODAY).archive())
                .hasValueSatisfying(archive -> assertThat(archive.isHidden()).isTrue());
        assertThat(reading.visibility(TODAY).sentences())
                .anyMatch(
                        sentence -> sentence.startsWith("No activity before " + TODAY.minusDays(365) + " can be seen"));
    }

    @Test
    void aYoungOrgHasNoArchiveAndNeitherHasOneThatLogsNothing() {
        String acme = org.create("Account", "Name", "Acme");
        meeting(acme, START.minusDays(3));
        reading.read();
        assertThat(reading.visibility(START).archive()).isEmpty();
    }

    private void meeting(String account, LocalDate day) {
        org.create(
                "Event",
                "Subject",
                "Meeting",
                "WhatId",
                account,
                "StartDateTime",
                day + "T09:00:00Z",
                "DurationInMinutes",
                30);
    }

    private void call(String account, LocalDate day) {
        org.create(
                "Task",
                "Subject",
                "Call",
                "WhatId",
                account,
                "TaskSubtype",
                "Call",
                "Status",
                "Completed",
                "ActivityDate",
                day);
    }
}
