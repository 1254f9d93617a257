package io.plumbline.dossier.building.org;

import io.plumbline.dossier.User;
import io.plumbline.dossier.building.money.ExchangeRates;
import io.plumbline.dossier.building.people.UserCircle;
import io.plumbline.dossier.building.rows.OrgCalendar;
import io.plumbline.dossier.building.rows.ReadSources;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
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
 * @param lastInteractions the last day up to {@code asOf} on which each user had an interaction on any account
 * @param planChanges the day on which the content of a plan last changed, where known
 */
public record OrgKnowledge(
        LocalDate asOf,
        OrgCalendar calendar,
        ExchangeRates rates,
        @Nullable Map<String, User> users,
        boolean teamsInUse,
        Map<String, String> familyOfProduct,
        @Nullable Double familiesOffered,
        Set<String> notMeasured,
        Function<String, Optional<LocalDate>> lastInteractions,
        Function<String, Optional<LocalDate>> planChanges,
        ReadSources read) {

    public ZoneId zone() {
        return calendar.zone();
    }

    public Optional<LocalDate> planChange(String plan) {
        return planChanges.apply(plan);
    }

    public Optional<LocalDate> lastInteraction(String user) {
        return lastInteractions.apply(user);
    }

    public Stream<String> userNames() {
        return users == null
                ? Stream.empty()
                : users.values().stream().map(User::name).flatMap(Stream::ofNullable);
    }

    /** What of it every dossier shows in the same way, as text; what is looked up for each account is not in it. */
    public String shared() {
        return String.join(
                "\n",
                calendar.toString(),
                rates.toString(),
                userNames().sorted().toList().toString(),
                String.valueOf(teamsInUse),
                new TreeMap<>(familyOfProduct).toString(),
                String.valueOf(familiesOffered),
                new TreeSet<>(notMeasured).toString(),
                read.shared());
    }

    /** The Ids of these people, their managers, and so on up, whether or not they can be seen. */
    public Set<String> circle(Set<String> ids) {
        return users == null ? ids : UserCircle.ids(users, ids);
    }

    /** These people, their managers, and so on up, each once. */
    @Nullable
    public List<User> users(Set<String> ids) {
        return users == null ? null : UserCircle.of(users, ids);
    }
}
