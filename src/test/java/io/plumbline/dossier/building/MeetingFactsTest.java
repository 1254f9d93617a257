package io.plumbline.dossier.building;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dossier.Interaction;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.record.input.RecordInput;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Meetings as the org keeps them: one event, a copy of it for each invited colleague, and relations that name everybody. */
class MeetingFactsTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(OrgFixture.NOW, ZoneOffset.UTC);

    private final OrgFixture org = new OrgFixture();
    private final String acme = org.create("Account", "Name", "Acme");

    @Test
    void aMeetingAndTheCopiesOfItsInviteesAreOneInteraction() {
        String ann = org.create("Contact", "LastName", "Ann", "AccountId", acme);
        String bo = org.create("Contact", "LastName", "Bo", "AccountId", acme);
        String sam = user("sam");
        String kim = user("kim");
        String meeting = org.create("Event", (Object[]) meeting(sam, ann));
        List.of(ann, bo, kim)
                .forEach(person ->
                        org.create("EventRelation", "EventId", meeting, "RelationId", person, "Status", "Accepted"));
        Object[] copy = meeting(kim, ann);
        assertThat(org.org
                        .load(List.of(RecordInput.of("Event", OrgFixture.fields(with(copy, "IsChild", true)))))
                        .getFirst()
                        .problems())
                .isEmpty();

        try (OrgRead reading = new OrgRead(org.org)) {
            assertThat(reading.only(TODAY).dossier().interactions())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.id()).isEqualTo(meeting);
                        assertThat(one.kind()).isEqualTo(Interaction.Kind.MEETING);
                        assertThat(one.contactIds()).containsExactlyInAnyOrder(ann, bo);
                        assertThat(one.userIds()).containsExactlyInAnyOrder(sam, kim);
                    });
        }
    }

    private Object[] meeting(String owner, String who) {
        return new Object[] {
            "Subject",
            "Meeting",
            "WhatId",
            acme,
            "WhoId",
            who,
            "OwnerId",
            owner,
            "StartDateTime",
            "2026-02-27T09:00:00Z",
            "DurationInMinutes",
            30
        };
    }

    private static Object[] with(Object[] fields, Object... more) {
        Object[] all = new Object[fields.length + more.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    private String user(String name) {
        return org.create(
                "User",
                "LastName",
                name,
                "Alias",
                name,
                "Username",
                name + "@acme.example",
                "Email",
                name + "@acme.example",
                "IsActive",
                true);
    }
}
