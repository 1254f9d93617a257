package io.plumbline.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one account on its day {@code asOf} (model section 1).
 *
 * <p>For {@code users}, {@code team}, {@code cases} and the arrays of a {@link Plan} null means <em>unknown</em>, which
 * is not the same as empty: nobody may be blamed for what the connector cannot see. Every other list is empty when
 * nothing is known. Ids are unique within their list and already in one form. Money is in one currency.
 *
 * @param asOf the account's day, in the org's time zone
 * @param activityCapture whether people log activity here, so that silence is a fact (model section 5.0)
 * @param productFamiliesOffered how many product families the org sells
 * @param notMeasured sections, or halves of sections as {@code <section>.text} and {@code <section>.items}, that
 *     are mapped to no field in the whole org
 * @param history earlier written health scores, in any order
 */
public record Dossier(
        LocalDate asOf,
        Account account,
        boolean activityCapture,
        @Nullable Double productFamiliesOffered,
        Set<String> notMeasured,
        @Nullable List<User> users,
        @Nullable List<TeamMember> team,
        List<Contact> contacts,
        List<Opportunity> opportunities,
        List<Interaction> interactions,
        @Nullable List<SupportCase> cases,
        List<Plan> plans,
        List<HealthOnDate> history) {

    public Dossier {
        notMeasured = Set.copyOf(notMeasured);
        users = users == null ? null : List.copyOf(users);
        team = team == null ? null : List.copyOf(team);
        contacts = List.copyOf(contacts);
        opportunities = List.copyOf(opportunities);
        interactions = List.copyOf(interactions);
        cases = cases == null ? null : List.copyOf(cases);
        plans = List.copyOf(plans);
        history = List.copyOf(history);
    }
}
