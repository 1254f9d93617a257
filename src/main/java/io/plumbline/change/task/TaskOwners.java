package io.plumbline.change.task;

import io.plumbline.change.AccountContext;
import io.plumbline.change.ChangePolicy;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who gets a task (trap F16): the plan's owner, else the account's owner, else the nearest active manager of either,
 * else the configured person, else nobody and the task is held.
 */
public record TaskOwners(ChangePolicy policy, People people) {

    static final String NOBODY = "Neither the owner of the plan nor that of the account, nor anybody above them, is an"
            + " active user. Give the account an active owner, or name a fallback person in connector.yaml.";

    Optional<Person> forTasksOf(AccountContext context) {
        Stream<Optional<Person>> inOrder = Stream.of(
                context.planOwner().flatMap(people::find),
                context.owner().flatMap(people::find),
                context.planOwner().flatMap(people::activeOrManagerOf),
                context.owner().flatMap(people::activeOrManagerOf),
                policy.fallbackPerson().flatMap(people::find));
        return inOrder.flatMap(Optional::stream).filter(Person::active).findFirst();
    }
}
