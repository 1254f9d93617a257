package io.plumbline.change;

import io.plumbline.config.connector.ConnectorConfig;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses a plan so large that a person has to look first.
 *
 * <p>A run that would change the verdict of a third of all accounts is more often a fault in the data, in a permission
 * or in the mapping than news. The first run of an org writes everything and is not bounded.
 */
public final class Bounds {

    private final ConnectorConfig.Bounds limits;

    public Bounds(ConnectorConfig.Bounds limits) {
        this.limits = limits;
    }

    /**
     * @param plan every account that was judged, also where nothing is to be different
     * @param others the accounts that were not judged, since nothing about them changed
     * @param firstRun whether nothing was ever written to this org
     * @return why the plan must not be carried out, with the numbers
     */
    public Optional<Refusal> check(Collection<PlannedAccount> plan, Others others, boolean firstRun) {
        if (firstRun) {
            return Optional.empty();
        }
        int touched = (int) plan.stream().filter(PlannedAccount::touches).count();
        int accounts = plan.size() + others.accounts();
        int judgedBefore =
                (int) plan.stream().filter(PlannedAccount::judgedBefore).count() + others.judgedBefore();
        int flipped = (int) plan.stream().filter(PlannedAccount::verdictFlip).count();
        int newTasks = plan.stream().mapToInt(PlannedAccount::created).sum();
        boolean tooManyFlips = judgedBefore >= limits.fromAccounts() && flipped > limits.changedShare() * judgedBefore;
        boolean tooManyTouched = judgedBefore >= limits.fromAccounts() && touched > limits.touchedShare() * accounts;
        boolean tooManyTasks = newTasks > limits.newTasks();
        return tooManyFlips || tooManyTouched || tooManyTasks
                ? Optional.of(new Refusal(accounts, touched, judgedBefore, flipped, newTasks, limits))
                : Optional.empty();
    }

    /**
     * The accounts of the org beside those of the plan.
     *
     * @param accounts how many
     * @param judgedBefore how many of them carry an earlier verdict
     */
    public record Others(int accounts, int judgedBefore) {

        public static final Others NONE = new Others(0, 0);
    }

    /**
     * A plan that goes beyond the bounds.
     *
     * @param judged accounts that have a verdict, by this run or before
     * @param touched accounts that would be written to or get a task
     * @param judgedBefore accounts that carry an earlier verdict
     * @param flipped those whose band or plan currency would become another
     * @param newTasks tasks that would be made
     */
    public record Refusal(
            int judged, int touched, int judgedBefore, int flipped, int newTasks, ConnectorConfig.Bounds limits) {

        /** For a person, with the numbers and what to do. */
        public String sentence() {
            return "Nothing was written: of " + numbers() + " Look for missing data or permissions first.";
        }

        /** What goes beyond what, as the rest of a sentence. */
        public String numbers() {
            return String.format(
                    Locale.ROOT,
                    "%d accounts judged the run would touch %d (%.0f %%, allowed %.0f %%), change band or plan currency of"
                            + " %d of the %d judged before (%.0f %%, allowed %.0f %%), and make %d tasks (allowed %d).",
                    judged,
                    touched,
                    judged == 0 ? 0.0 : 100.0 * touched / judged,
                    100 * limits.touchedShare(),
                    flipped,
                    judgedBefore,
                    judgedBefore == 0 ? 0.0 : 100.0 * flipped / judgedBefore,
                    100 * limits.changedShare(),
                    newTasks,
                    limits.newTasks());
        }
    }
}
