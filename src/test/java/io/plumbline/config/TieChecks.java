package io.plumbline.config;

import io.plumbline.config.Ties.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to hold between the places that name our fields, each with a name. */
final class TieChecks {

    /** Results that only lists and reports show. */
    private static final Set<String> NOT_ON_THE_CARD = Set.of(
            "Account.Plumbline_Attention__c",
            "Account.Plumbline_Missing_Roles__c",
            "Account.Plumbline_Missing_Sections__c",
            "Account.Plumbline_Executive_Contact__c");

    private static final String DETAIL = "Account.Plumbline_Detail__c";
    private static final String TIER = "Account.Plumbline_Tier__c";
    /** Approving a plan is for leaders. */
    private static final Set<String> APPROVAL =
            Set.of("Plumbline_Plan__c.Approved_By__c", "Plumbline_Plan__c.Approved_On__c");

    private static final String ACTIVITY = "Activity.";
    /** Events have the field, because tasks have it; Plumbline makes no events. */
    private static final String KEY_OF_EVENTS = "Event.Plumbline_Key__c";
    /** What reporting snapshots write. */
    private static final String SNAPSHOT = "Plumbline_Snapshot__c.";
    /** Parts of the detail for whoever reads it elsewhere: the card has them as fields, or does not show them. */
    private static final Set<String> NOT_READ_BY_THE_CARD = details(
            "mark asOf health retention growth confidence thoroughness vetting execution roleCoverage valueAtStake"
                    + " expectedPipeline caps checks executionMeasures measures");
    /** What the card reads and a complete detail does not have. */
    private static final Set<String> NOT_IN_A_COMPLETE_DETAIL = details("cut unreadable");

    private static final Map<String, Function<Ties, Set<String>>> CHECKS = checks();

    private TieChecks() {}

    /** Names of the checks that fail, each with the fields that are at odds. */
    static Map<String, Set<String>> failing(Ties ties) {
        Map<String, Set<String>> failing = new TreeMap<>();
        CHECKS.forEach((name, check) -> {
            Set<String> atOdds = check.apply(ties);
            if (!atOdds.isEmpty()) {
                failing.put(name, atOdds);
            }
        });
        return failing;
    }

    private static Map<String, Function<Ties, Set<String>>> checks() {
        Map<String, Function<Ties, Set<String>>> checks = new LinkedHashMap<>();
        checks.put(
                "the sandbox has exactly the fields of the metadata",
                ties -> apart(ties.in(Place.SANDBOX), ties.in(Place.METADATA)));
        checks.put(
                "every field is mapped, computed, or written by a snapshot; and every mapped one is there",
                ties -> apart(asActivities(reading(ties.in(Place.MAPPING))), stored(ties)));
        checks.put(
                "the integration user reads and writes exactly what is mapped",
                ties -> apart(ties.in(Place.INTEGRATION), governed(ties, ties.in(Place.MAPPING))));
        for (Place people : List.of(Place.SAM, Place.LEADER, Place.ADMIN)) {
            checks.put(
                    people + " sees every field and writes what the role may",
                    ties -> apart(ties.in(people), role(ties, people)));
        }
        checks.put("the card reads every result but those of lists", ties -> {
            Set<String> expected = written(ties);
            expected.removeAll(NOT_ON_THE_CARD);
            return apart(ties.in(Place.CARD), expected);
        });
        checks.put("reports can show every result but the detail, the tier and all that is computed", ties -> {
            Set<String> expected = written(ties);
            expected.remove(DETAIL);
            expected.addAll(computed(ties));
            expected.add(TIER);
            return apart(ties.in(Place.REPORT_TYPE), expected);
        });
        checks.put("every field speaks German", ties -> apart(ties.in(Place.GERMAN), ties.in(Place.METADATA)));
        checks.put("the card reads the detail as it is written", ties -> {
            Set<String> read = new TreeSet<>(ties.in(Place.DETAIL_IN_CARD));
            read.removeAll(NOT_IN_A_COMPLETE_DETAIL);
            Set<String> shown = new TreeSet<>(ties.in(Place.DETAIL));
            shown.removeAll(NOT_READ_BY_THE_CARD);
            Set<String> atOdds = apart(read, shown);
            NOT_READ_BY_THE_CARD.stream()
                    .filter(part -> !ties.in(Place.DETAIL).contains(part))
                    .forEach(atOdds::add);
            NOT_IN_A_COMPLETE_DETAIL.stream()
                    .filter(part -> !ties.in(Place.DETAIL_IN_CARD).contains(part))
                    .forEach(atOdds::add);
            return atOdds;
        });
        return checks;
    }

    private static Set<String> details(String parts) {
        return Pattern.compile(" ")
                .splitAsStream(parts)
                .map(part -> "Detail." + part)
                .collect(Collectors.toSet());
    }

    /** What is in one and not in the other. */
    private static Set<String> apart(Set<String> one, Set<String> other) {
        Set<String> apart = new TreeSet<>(one);
        other.forEach(name -> {
            if (!apart.remove(name)) {
                apart.add(name);
            }
        });
        return apart;
    }

    private static Set<String> reading(Set<String> names) {
        return names.stream().map(name -> name.replace(Ties.EDIT, "")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The results. */
    private static Set<String> written(Ties ties) {
        return ties.in(Place.MAPPING).stream()
                .filter(name -> name.startsWith("Account.") && name.endsWith(Ties.EDIT))
                .map(name -> name.replace(Ties.EDIT, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Tasks and events have their custom fields from Activity. */
    private static Set<String> asActivities(Set<String> names) {
        return names.stream()
                .map(name -> name.replaceFirst("^(Task|Event)\\.", ACTIVITY))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What people of a role see and write: never what Plumbline writes. */
    private static Set<String> role(Ties ties, Place people) {
        Set<String> seen = asTasksAndEvents(governed(ties, ties.in(Place.METADATA)));
        seen.remove(KEY_OF_EVENTS);
        if (people == Place.SAM) {
            seen.removeIf(field -> field.startsWith(SNAPSHOT));
        }
        Set<String> written = new TreeSet<>(people == Place.LEADER ? APPROVAL : seen);
        written.removeAll(computed(ties));
        written.removeIf(field -> ties.in(Place.MAPPING).contains(field + Ties.EDIT));
        if (people == Place.SAM) {
            written.removeAll(APPROVAL);
            written.remove(TIER);
        }
        written.forEach(field -> seen.add(field + Ties.EDIT));
        return seen;
    }

    private static Set<String> asTasksAndEvents(Set<String> names) {
        return names.stream()
                .flatMap(name -> name.startsWith(ACTIVITY)
                        ? Stream.of("Task.", "Event.").map(object -> object + name.substring(ACTIVITY.length()))
                        : Stream.of(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What has a place to be written to in the org, by Plumbline or by people. */
    private static Set<String> stored(Ties ties) {
        Set<String> stored = new TreeSet<>(ties.in(Place.METADATA));
        stored.removeAll(computed(ties));
        stored.removeIf(field -> field.startsWith(SNAPSHOT));
        return stored;
    }

    private static Set<String> computed(Ties ties) {
        return ties.files().having("<formula>");
    }

    /** Without those that Salesforce lets nobody be kept from: required ones and those of master-detail. */
    private static Set<String> governed(Ties ties, Set<String> names) {
        Set<String> open = ties.files().having("<type>MasterDetail</type>");
        open.addAll(ties.files().having("<required>true</required>"));
        Set<String> governed = new TreeSet<>(names);
        governed.removeIf(name -> open.contains(name.replace(Ties.EDIT, "")));
        return governed.stream()
                .flatMap(name ->
                        name.endsWith(Ties.EDIT) ? Stream.of(name, name.replace(Ties.EDIT, "")) : Stream.of(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
