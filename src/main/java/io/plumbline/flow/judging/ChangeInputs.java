package io.plumbline.flow.judging;

import io.plumbline.assess.Assessment;
import io.plumbline.change.AccountContext;
import io.plumbline.change.KnownState;
import io.plumbline.change.KnownTask;
import io.plumbline.change.VerdictMark;
import io.plumbline.change.task.Person;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.OwnTask;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.User;
import io.plumbline.journal.WrittenVerdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of an account in the words of the dossier, said in the words of change planning. */
public final class ChangeInputs {

    private ChangeInputs() {}

    static AccountContext context(AccountDossier account, Assessment assessment) {
        Optional<Plan> plan = account.dossier().plans().stream()
                .filter(candidate -> Objects.equals(candidate.id(), assessment.planId()))
                .findFirst();
        return new AccountContext(
                RecordId.of(account.dossier().account().id()),
                name(account),
                id(account.dossier().account().ownerId()),
                plan.flatMap(governing -> id(governing.ownerId())),
                plan.map(Plan::name),
                account.exchangeRate(),
                earlierHealth(account));
    }

    private static SortedMap<LocalDate, Integer> earlierHealth(AccountDossier account) {
        SortedMap<LocalDate, Integer> byDay = new TreeMap<>();
        account.dossier().history().forEach(score -> byDay.put(score.date(), (int) Math.round(score.health())));
        return byDay;
    }

    public static String name(AccountDossier account) {
        String name = account.dossier().account().name();
        return name == null ? account.dossier().account().id() : name;
    }

    /** The account's owner by name; empty text when the integration user cannot see who that is. */
    static String ownerName(AccountDossier account) {
        String owner = account.dossier().account().ownerId();
        return users(account).stream()
                .filter(user -> Objects.equals(user.id(), owner))
                .map(User::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    static List<Person> people(AccountDossier account) {
        return users(account).stream()
                .flatMap(user -> id(user.id()).stream()
                        .map(id -> new Person(
                                id,
                                Objects.requireNonNullElse(user.name(), id.value()),
                                user.active(),
                                id(user.managerId()))))
                .toList();
    }

    static KnownState known(AccountDossier account, Set<String> settledTasks, Optional<WrittenVerdict> lastWritten) {
        return new KnownState(
                account.results(),
                account.tasks().stream().map(ChangeInputs::task).toList(),
                settledTasks,
                lastWritten.map(written -> new VerdictMark(written.verdictMark(), written.textsMark())));
    }

    static KnownTask task(OwnTask task) {
        KnownTask.State state = task.deleted()
                ? KnownTask.State.DELETED
                : task.closed() ? KnownTask.State.CLOSED : KnownTask.State.OPEN;
        return new KnownTask(
                task.id(),
                task.key(),
                state,
                task.subject(),
                task.description(),
                task.priority(),
                task.status(),
                Optional.of(LocalDate.ofInstant(task.stamp(), ZoneOffset.UTC)));
    }

    private static List<User> users(AccountDossier account) {
        List<User> users = account.dossier().users();
        return users == null ? List.of() : users;
    }

    private static Optional<RecordId> id(@Nullable String text) {
        return Optional.ofNullable(text).filter(RecordId::isId).map(RecordId::of);
    }
}
