package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one account counts for in the rules that look at all accounts of an org, as it was when it was last judged.
 *
 * @param ownerName empty text when unknown
 * @param band the model's name of it
 * @param planCurrency the model's name of it
 * @param health as written, null when unknown
 * @param attention what ranks it, 0 or more, null when it is not to be ranked
 * @param why the finding that costs most, empty text when there is none
 * @param next what to do about that
 * @param judgedBefore whether Salesforce held an earlier verdict of ours
 * @param people the Ids of all users whom the verdict rests on, seen or not
 * @param tasks tasks of ours on it that may count against somebody's limits, and digests
 * @param wanted tasks that it asks for
 */
public record Standing(
        RecordId account,
        String name,
        String ownerName,
        String band,
        String planCurrency,
        @Nullable Integer health,
        @Nullable Double attention,
        String why,
        String next,
        boolean judgedBefore,
        Set<String> people,
        List<StandingTask> tasks,
        List<Wanted.InFull> wanted) {

    public Standing {
        people = Set.copyOf(people);
        tasks = List.copyOf(tasks);
        wanted = List.copyOf(wanted);
    }

    /**
     * A task that an account asks for.
     *
     * @param attention what ranks the account, 0 when unknown
     */
    public record Wanted(RecordId account, String taskKey, RecordId owner, double attention, LocalDate due) {

        /** @param payload the change that would make it */
        public record InFull(Wanted wanted, String payload) {}
    }

    /**
     * So many accounts of an org are alike in this.
     *
     * @param band the model's name of it
     * @param planCurrency the model's name of it
     * @param judgedBefore whether Salesforce held an earlier verdict of ours
     */
    public record Alike(String band, String planCurrency, boolean judgedBefore, int accounts) {}
}
