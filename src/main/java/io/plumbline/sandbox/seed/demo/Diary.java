package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Cast.Person;
import io.plumbline.sandbox.seed.demo.Customers.Contact;
import io.plumbline.sandbox.seed.demo.Ledger.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said and met about between us and one customer, as it is logged: events, calls, and e-mails both ways. */
final class Diary {

    /** What people do together. */
    enum Kind {
        MEETING,
        CALL,
        EMAIL_OUT,
        EMAIL_IN
    }

    /**
     * A stretch of time with a steady rhythm.
     *
     * @param from days ago it began
     * @param to days ago it ended, at least 1
     * @param every days between two contacts
     * @param with the customer's people, in turn
     * @param by our people, in turn
     */
    record Stretch(int from, int to, int every, List<Contact> with, List<Person> by) {}

    private static final List<Kind> USUAL = List.of(
            Kind.MEETING, Kind.EMAIL_OUT, Kind.EMAIL_IN, Kind.CALL, Kind.EMAIL_IN, Kind.MEETING, Kind.EMAIL_OUT);

    private final Scene scene;
    private int count;

    Diary(Scene scene) {
        this.scene = scene;
    }

    /** Keeps in touch all along this stretch; every second time about a running opportunity. */
    void keepsInTouch(Stretch stretch) {
        for (int ago = stretch.to(); ago <= stretch.from(); ago += stretch.every()) {
            int turn = count++;
            Kind kind = USUAL.get(turn % USUAL.size());
            Contact contact = stretch.with().get(turn % stretch.with().size());
            Contact second = stretch.with().get((turn + 1) % stretch.with().size());
            boolean both = kind == Kind.MEETING && !second.equals(contact);
            touch(ago, kind, contact, both ? second : null, by(stretch.by(), turn));
        }
    }

    /** The owner has every second turn, the others share the rest. */
    private Person by(List<Person> people, int turn) {
        return turn % 2 == 0 || people.size() == 1 ? people.getFirst() : people.get(1 + turn / 2 % (people.size() - 1));
    }

    /** One contact between one of ours and one or two of theirs. */
    void touch(int ago, Kind kind, Contact contact, @Nullable Contact second, Person by) {
        LocalDate day = scene.calendar().workday(ago);
        String about = scene.deals().touched(day, ago, count).orElse(scene.accountId());
        switch (kind) {
            case MEETING -> meeting(day, contact, second, by, about, phrase("meeting"), false);
            case CALL -> task(day, "Call", contact, by, about, phrase("call"));
            case EMAIL_OUT -> email(day, false, contact, by, about);
            case EMAIL_IN -> email(day, true, contact, by, about);
        }
    }

    /** A meeting in so many days. */
    void nextMeeting(int inDays, Contact contact) {
        meeting(
                scene.calendar().workday(-inDays),
                contact,
                null,
                scene.owner(),
                scene.accountId(),
                phrase("meeting"),
                false);
    }

    /** A review of the whole business with the management. */
    void businessReview(int ago, Contact with, Person by) {
        meeting(scene.calendar().workday(ago), with, null, by, scene.accountId(), "Business review", true);
    }

    private void meeting(
            LocalDate day,
            Contact contact,
            @Nullable Contact second,
            Person by,
            String about,
            String subject,
            boolean review) {
        Instant start = scene.calendar().at(day, 9 + count % 7, 0);
        Stamp stamp = stamp(by, day);
        String event = scene.add(
                "Event",
                stamp,
                Fields.of(
                        "Subject",
                        subject,
                        "WhoId",
                        contact.id(),
                        "WhatId",
                        about,
                        "AccountId",
                        scene.accountId(),
                        "OwnerId",
                        by.id(),
                        "StartDateTime",
                        start,
                        "EndDateTime",
                        start.plusSeconds(3600),
                        "ActivityDateTime",
                        start,
                        "ActivityDate",
                        day,
                        "EndDate",
                        day,
                        "DurationInMinutes",
                        60,
                        "IsAllDayEvent",
                        false,
                        "Location",
                        scene.company().city(),
                        "Plumbline_Business_Review__c",
                        review));
        invite(event, stamp, contact.id());
        if (second != null) {
            invite(event, stamp, second.id());
            List<Person> team = scene.team();
            Person colleague = team.get(count % team.size());
            if (!colleague.equals(by)) {
                invite(event, stamp, colleague.id());
            }
        }
    }

    private void invite(String event, Stamp stamp, String id) {
        scene.add(
                "EventRelation",
                stamp,
                Fields.of(
                        "EventId",
                        event,
                        "RelationId",
                        id,
                        "IsWhat",
                        false,
                        "IsParent",
                        true,
                        "IsInvitee",
                        true,
                        "Status",
                        "Accepted"));
    }

    private String task(LocalDate day, String subtype, Contact contact, Person by, String about, String subject) {
        return scene.add(
                "Task",
                stamp(by, day),
                Fields.of(
                        "Subject",
                        subject,
                        "TaskSubtype",
                        subtype,
                        "Status",
                        "Completed",
                        "IsClosed",
                        true,
                        "Priority",
                        "Normal",
                        "ActivityDate",
                        day,
                        "CompletedDateTime",
                        scene.calendar().at(day, 17, 0),
                        "WhoId",
                        contact.id(),
                        "WhatId",
                        about,
                        "AccountId",
                        scene.accountId(),
                        "OwnerId",
                        by.id()));
    }

    private void email(LocalDate day, boolean incoming, Contact contact, Person by, String about) {
        String subject = phrase(incoming ? "email_in" : "email_out");
        String task = task(day, "Email", contact, by, about, subject);
        String theirs = contact.name().mailbox() + "@" + scene.company().domain();
        scene.add(
                "EmailMessage",
                stamp(by, day),
                Fields.of(
                        "ActivityId",
                        task,
                        "RelatedToId",
                        about,
                        "Subject",
                        subject,
                        "TextBody",
                        phrase("email_text"),
                        "FromName",
                        incoming ? contact.fullName() : by.name(),
                        "FromAddress",
                        incoming ? theirs : by.email(),
                        "ToAddress",
                        incoming ? by.email() : theirs,
                        "Incoming",
                        incoming,
                        "Status",
                        incoming ? "1" : "3",
                        "MessageDate",
                        scene.calendar().at(day, 11, 20)));
    }

    private Stamp stamp(Person by, LocalDate day) {
        LocalDate written =
                day.isBefore(scene.calendar().today()) ? day : scene.calendar().day(4);
        Instant at = scene.calendar().at(written, 17, 5);
        return new Stamp(by.id(), at, at);
    }

    private String phrase(String pool) {
        return scene.setting().prose().phrase(pool, scene.random(), scene.words());
    }
}
