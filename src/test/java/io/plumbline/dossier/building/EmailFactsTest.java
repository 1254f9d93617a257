package io.plumbline.dossier.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.dossier.Interaction;
import io.plumbline.sandbox.record.OrgFixture;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who wrote to whom, as the org keeps it: e-mails, the tasks that log them, and the relations that name everybody. */
class EmailFactsTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(OrgFixture.NOW, ZoneOffset.UTC);

    private final OrgFixture org = new OrgFixture();
    private OrgRead reading;
    private String acme;
    private String ann;
    private String bo;
    private String sam;

    @BeforeEach
    void somebodyToWriteTo() {
        reading = new OrgRead(org.org);
        acme = org.create("Account", "Name", "Acme");
        ann = org.create("Contact", "LastName", "Ann", "AccountId", acme);
        bo = org.create("Contact", "LastName", "Bo", "AccountId", acme);
        sam = org.create(
                "User",
                "LastName",
                "Sam",
                "Alias",
                "sam",
                "Username",
                "sam@acme.example",
                "Email",
                "sam@acme.example",
                "IsActive",
                true);
    }

    @AfterEach
    void close() {
        reading.close();
    }

    /** The task names one person; the relations name all, and one of them twice. */
    @Test
    void anEmailReachedEverybodyWhomItsRelationsNameEachOnce() {
        String task = task("Completed");
        String email = org.create(
                "EmailMessage", "ActivityId", task, "RelatedToId", acme, "Incoming", false, "Subject", "Prices");
        relation(email, ann, "ToAddress");
        relation(email, bo, "ToAddress");
        relation(email, bo, "CcAddress");
        relation(email, sam, "CcAddress");
        relation(email, null, "BccAddress");

        Interaction only = only();

        assertThat(only.kind()).isEqualTo(Interaction.Kind.EMAIL);
        assertThat(only.direction()).isEqualTo(Interaction.Direction.OUT);
        assertThat(only.contactIds()).containsExactly(ann, bo);
        assertThat(only.userIds()).contains(sam).doesNotHaveDuplicates();
    }

    /** An e-mail that arrived brings a task for somebody to answer it: that is open, and the e-mail was written all the same. */
    @Test
    void anEmailWhoseTaskIsNotDoneCountsByItself() {
        String email = org.create(
                "EmailMessage",
                "ActivityId",
                task("Not Started"),
                "Incoming",
                true,
                "MessageDate",
                "2026-02-27T09:00:00Z");
        relation(email, ann, "FromAddress");

        assertThat(only())
                .extracting(Interaction::kind, Interaction::direction, Interaction::date, Interaction::contactIds)
                .containsExactly(
                        Interaction.Kind.EMAIL, Interaction.Direction.IN, LocalDate.of(2026, 2, 27), List.of(ann));
    }

    @Test
    void anEmailWithoutTaskBelongsToTheAccountOfWhatItIsAbout() {
        String deal = org.create(
                "Opportunity",
                "Name",
                "Deal",
                "AccountId",
                acme,
                "StageName",
                "Prospecting",
                "CloseDate",
                TODAY.plusDays(30));
        String toTheDeal = email(deal, "2026-02-27T09:00:00Z");
        relation(toTheDeal, ann, "ToAddress");
        String toTheAccount = email(acme, "2026-02-28T09:00:00Z");
        relation(toTheAccount, bo, "ToAddress");
        String draft = org.create("EmailMessage", "RelatedToId", acme, "Incoming", false, "Status", "5");
        relation(draft, bo, "ToAddress");

        assertThat(interactions())
                .extracting(Interaction::date, Interaction::contactIds)
                .containsExactlyInAnyOrder(
                        tuple(LocalDate.of(2026, 2, 27), List.of(ann)), tuple(LocalDate.of(2026, 2, 28), List.of(bo)));
    }

    @Test
    void oneMessageThatTwoPeopleLoggedIsOneInteraction() {
        String first = org.create(
                "EmailMessage", "ActivityId", task("Completed"), "Incoming", false, "MessageIdentifier", "<1@acme>");
        String second =
                org.create("EmailMessage", "RelatedToId", acme, "Incoming", false, "MessageIdentifier", "<1@acme>");
        org.create("EmailMessage", "RelatedToId", acme, "Incoming", false, "MessageIdentifier", "<2@acme>");
        relation(first, ann, "ToAddress");
        relation(second, ann, "ToAddress");
        relation(second, bo, "CcAddress");

        assertThat(interactions()).extracting(Interaction::contactIds).containsExactly(List.of(ann, bo), List.of());
    }

    /** Whoever is written to takes part, also in what the owner of an account is known to do. */
    @Test
    void anEmailShowsThatItsPeopleLogWhatTheyDo() {
        String brook = org.create("Account", "Name", "Brook", "OwnerId", sam);
        String email = email(acme, "2026-02-27T09:00:00Z");
        relation(email, sam, "FromAddress");

        assertThat(reading.dossiers(TODAY))
                .filteredOn(found -> brook.equals(found.dossier().account().id()))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.dossier().activityCapture()).isTrue());
    }

    private Interaction only() {
        List<Interaction> all = interactions();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<Interaction> interactions() {
        return reading.only(TODAY).dossier().interactions();
    }

    private String task(String status) {
        return org.create(
                "Task",
                "Subject",
                "Email: Prices",
                "TaskSubtype",
                "Email",
                "Status",
                status,
                "WhoId",
                ann,
                "WhatId",
                acme,
                "ActivityDate",
                TODAY.minusDays(2));
    }

    private String email(String about, String date) {
        return org.create("EmailMessage", "RelatedToId", about, "Incoming", false, "MessageDate", date);
    }

    private void relation(String email, @Nullable String person, String type) {
        org.create("EmailMessageRelation", "EmailMessageId", email, "RelationId", person, "RelationType", type);
    }
}
