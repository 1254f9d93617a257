package io.plumbline.dossier.building;

import io.plumbline.dossier.User;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all dossiers of one org and day have in common.
 *
 * @param users by Id; null when they cannot be seen
 * @param teamsInUse whether anybody is on the team of any account; where nobody is, the org does not keep teams, and who
 *     is missing on one is unknown
 * @param familyOfProduct of all products, active or not
 * @param familiesOffered distinct families of active products; null when products cannot be seen
 * @param lastInteraction the last day up to {@code asOf} on which each user had an interaction on any account
 * @param planChanges the day on which the content of a plan last changed, where known
 */
record OrgKnowledge(
        LocalDate asOf,
        OrgCalendar calendar,
        ExchangeRates rates,
        @Nullable Map<String, User> users,
        boolean teamsInUse,
        Map<String, String> familyOfProduct,
        @Nullable Double familiesOffered,
        Set<String> notMeasured,
        Map<String, LocalDate> lastInteraction,
        Map<String, LocalDate> planChanges,
        ReadSources read) {

    ZoneId zone() {
        return calendar.zone();
    }

    Optional<LocalDate> planChange(String plan) {
        return Optional.ofNullable(planChanges.get(plan));
    }

    Stream<String> userNames() {
        return users == null
                ? Stream.empty()
                : users.values().stream().map(User::name).flatMap(Stream::ofNullable);
    }

    /** These people, their managers, and so on up, each once. */
    @Nullable
    List<User> users(Set<String> ids) {
        return users == null ? null : UserCircle.of(users, ids);
    }
}
