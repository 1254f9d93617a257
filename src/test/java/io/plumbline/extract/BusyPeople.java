package io.plumbline.extract;

import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.record.MergeInput;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.record.SaveResult;
import io.plumbline.sandbox.record.input.RecordInput;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What happens in an org, at random but the same for the same seed: everything that a reading could miss. */
final class BusyPeople {

    private static final List<String> OBJECTS = List.of(
            "Account",
            "Contact",
            "Opportunity",
            "OpportunityContactRole",
            "AccountTeamMember",
            "Event",
            "Task",
            "Case",
            "Plumbline_Plan__c",
            "Plumbline_Section__c");

    /** So many records of an object live at most, so that a long script costs as much for each change as a short one. */
    private static final int CROWD = 250;

    private final Sandbox sandbox;
    private final Org org;
    private final Random random;
    private final Map<String, List<String>> live = new HashMap<>();
    private final Map<String, List<String>> deleted = new HashMap<>();
    private final List<String> users = new ArrayList<>();
    private long changes;
    private boolean slow;

    BusyPeople(Sandbox sandbox, long seed) {
        this.sandbox = sandbox;
        this.org = sandbox.org();
        this.random = new Random(seed);
        OBJECTS.forEach(object -> {
            live.put(object, new ArrayList<>());
            deleted.put(object, new ArrayList<>());
        });
        users.add(org.administrator().userId());
        for (int i = 0; i < 40; i++) {
            create("Account");
        }
        for (int i = 0; i < 200; i++) {
            create(OBJECTS.get(random.nextInt(OBJECTS.size())));
        }
        changes = 0;
    }

    /** Records that were changed by somebody so far. */
    long changes() {
        return changes;
    }

    /** Whether from now on things happen that only the daily comparison can show: purges, sharing, very slow transactions. */
    void slowThingsToo(boolean these) {
        slow = these;
    }

    /** Everything that was disturbed works again, and what was saved is visible after this time. */
    void rest() {
        org.interventions().delayCommits(Duration.ZERO);
        org.setup().mostRowsInTime(Integer.MAX_VALUE);
    }

    /** One thing happens. */
    void goOn() {
        if (random.nextInt(3) == 0) {
            sandbox.clock().advance(Duration.ofMillis(random.nextInt(3000)));
        }
        int dice = random.nextInt(100);
        String object = OBJECTS.get(random.nextInt(OBJECTS.size()));
        if (dice < 25 && live.get(object).size() < CROWD) {
            create(object);
        } else if (dice < 55) {
            change(object);
        } else if (dice < 62) {
            manyAtOnce(object);
        } else if (dice < 70) {
            delete(object);
        } else if (dice < 75) {
            undelete(object);
        } else if (dice < 78) {
            merge(random.nextBoolean() ? "Account" : "Contact");
        } else if (dice < 82) {
            touch(object);
        } else if (dice < 88) {
            org.interventions()
                    .delayCommits(
                            random.nextBoolean()
                                    ? Duration.ZERO
                                    : Duration.ofSeconds(random.nextInt(slow ? 80_000 : 300)));
        } else if (dice == 88) {
            sandbox.levers().killSessions();
        } else if (dice < 93) {
            sandbox.levers().evictCursors();
        } else if (dice < 95) {
            org.setup().mostRowsInTime(random.nextBoolean() ? 25 : Integer.MAX_VALUE);
        } else if (slow) {
            rarely(object);
        }
    }

    private void rarely(String object) {
        switch (random.nextInt(3)) {
            case 0 -> {
                some(deleted, object, 2).forEach(id -> {
                    if (org.read(all -> all.find(id).filter(row -> row.deleted()))
                            .isPresent()) {
                        org.interventions().purge(List.of(id));
                        changes++;
                    }
                    deleted.get(object).remove(id);
                });
            }
            case 1 -> {
                List<String> ids = some(live, object, 2);
                org.setup().sharing().hide(ids);
                changes += ids.size();
            }
            default -> {
                List<String> ids = some(live, object, 4);
                org.setup().sharing().share(ids);
                changes += ids.size();
            }
        }
    }

    /** Lets the integration user see a field, or no longer. */
    void permit(String object, String field, boolean readable) {
        sandbox.levers().setFieldPermission(object, field, readable, false);
    }

    private void create(String object) {
        String account = one(live, "Account");
        String opportunity = one(live, "Opportunity");
        String contact = one(live, "Contact");
        String plan = one(live, "Plumbline_Plan__c");
        LocalDate day =
                LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC).minusDays(random.nextInt(500));
        Map<String, @Nullable Object> fields = switch (object) {
            case "Account" -> OrgFixture.fields("Name", word(), "Plumbline_Tier__c", "1");
            case "Contact" -> OrgFixture.fields("LastName", word(), "AccountId", account, "Title", word());
            case "Opportunity" ->
                OrgFixture.fields(
                        "Name",
                        word(),
                        "AccountId",
                        account,
                        "StageName",
                        "Prospecting",
                        "CloseDate",
                        day,
                        "Amount",
                        random.nextInt(100_000),
                        "Plumbline_Source__c",
                        "Web");
            case "OpportunityContactRole" -> OrgFixture.fields("OpportunityId", opportunity, "ContactId", contact);
            case "AccountTeamMember" ->
                OrgFixture.fields("AccountId", account, "UserId", users.getFirst(), "TeamMemberRole", word());
            case "Event" ->
                OrgFixture.fields(
                        "WhatId",
                        account,
                        "WhoId",
                        contact,
                        "Subject",
                        word(),
                        "ActivityDateTime",
                        day + "T09:00:00Z",
                        "StartDateTime",
                        day + "T09:00:00Z",
                        "DurationInMinutes",
                        30);
            case "Task" ->
                OrgFixture.fields("WhatId", account, "Subject", word(), "Status", "Completed", "ActivityDate", day);
            case "Case" -> OrgFixture.fields("AccountId", account, "Subject", word(), "Status", "New");
            case "Plumbline_Plan__c" -> OrgFixture.fields("Name", word(), "Account__c", account, "State__c", "Active");
            default ->
                OrgFixture.fields(
                        "Name", word(), "Plan__c", plan, "Section__c", "customer_strategy", "Text__c", word());
        };
        if (!fields.containsValue(null)) {
            done(org.create(org.administrator(), List.of(RecordInput.of(object, fields)), false))
                    .forEach(id -> live.get(object).add(id));
        }
    }

    private void change(String object) {
        update(object, some(live, object, 1));
    }

    /** More records than fit on a page, all with one stamp (trap B8). */
    private void manyAtOnce(String object) {
        update(object, some(live, object, 30));
    }

    private void update(String object, List<String> ids) {
        List<RecordInput> inputs = ids.stream()
                .map(id -> RecordInput.of(object, id, difference(object)))
                .toList();
        if (!inputs.isEmpty()) {
            done(org.update(org.administrator(), inputs, false));
        }
    }

    private Map<String, @Nullable Object> difference(String object) {
        return switch (object) {
            case "Account", "Plumbline_Plan__c" -> OrgFixture.fields("Name", word());
            case "Contact" ->
                random.nextBoolean()
                        ? OrgFixture.fields("AccountId", one(live, "Account"))
                        : OrgFixture.fields("Title", word());
            case "Opportunity" ->
                random.nextBoolean()
                        ? OrgFixture.fields("AccountId", one(live, "Account"))
                        : OrgFixture.fields("Amount", random.nextInt(100_000), "Plumbline_Source__c", "RFP");
            case "OpportunityContactRole" -> OrgFixture.fields("IsPrimary", random.nextBoolean());
            case "AccountTeamMember" -> OrgFixture.fields("TeamMemberRole", word());
            case "Event" -> OrgFixture.fields("Subject", word(), "WhatId", one(live, "Account"));
            case "Task" ->
                OrgFixture.fields("Subject", word(), "Plumbline_Key__c", random.nextBoolean() ? null : word());
            case "Case" -> OrgFixture.fields("IsEscalated", random.nextBoolean());
            default -> OrgFixture.fields("Text__c", word());
        };
    }

    private void delete(String object) {
        // Accounts take much with them, so fewer of them go.
        if (object.equals("Account") && random.nextInt(4) > 0) {
            return;
        }
        some(live, object, 1)
                .forEach(id -> done(org.delete(org.administrator(), List.of(id), false))
                        .forEach(gone -> {
                            live.get(object).remove(gone);
                            deleted.get(object).add(gone);
                        }));
    }

    private void undelete(String object) {
        some(deleted, object, 1)
                .forEach(id -> done(org.undelete(org.administrator(), List.of(id), false))
                        .forEach(back -> {
                            deleted.get(object).remove(back);
                            live.get(object).add(back);
                        }));
    }

    private void merge(String object) {
        List<String> two = some(live, object, 2);
        if (two.size() == 2) {
            org
                    .merge(
                            org.administrator(),
                            List.of(new MergeInput(
                                    RecordInput.of(object, two.getFirst(), Map.of()), List.of(two.getLast()))))
                    .stream()
                    .filter(result -> result.success())
                    .forEach(result -> {
                        changes += 2;
                        live.get(object).remove(two.getLast());
                    });
        }
    }

    private void touch(String object) {
        List<String> ids = some(live, object, 3);
        ids.forEach(id -> {
            if (org.read(all -> all.find(id).filter(row -> !row.deleted())).isPresent()) {
                org.interventions().touch(List.of(id));
                changes++;
            }
        });
    }

    private List<String> done(List<SaveResult> results) {
        List<String> saved = results.stream()
                .filter(SaveResult::success)
                .flatMap(result -> result.recordId().stream())
                .toList();
        changes += saved.size();
        return saved;
    }

    private List<String> some(Map<String, List<String>> from, String object, int most) {
        List<String> all = from.get(object);
        if (all.isEmpty()) {
            return List.of();
        }
        int start = random.nextInt(all.size());
        return List.copyOf(all.subList(start, Math.min(all.size(), start + most)));
    }

    private @Nullable String one(Map<String, List<String>> from, String object) {
        return some(from, object, 1).stream().findFirst().orElse(null);
    }

    private String word() {
        return Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
    }
}
