package io.plumbline.config.connector;

import io.plumbline.config.mapping.Result;
import io.plumbline.config.yaml.YamlFile;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the connector works with the org: connector.yaml. Who it signs in as stands in the environment, see
 * {@code Connection}.
 *
 * @param accountCondition a SOQL condition on Account; null for all accounts
 * @param fallback username or Id of the person who gets a task when neither the account's owner nor that person's
 *     manager is active; null when such a task is held back and reported (trap F16)
 * @param keep how long what is kept
 * @param requestsPerMinute how often the HTTP API may be asked with one token
 */
public record ConnectorConfig(
        @Nullable String accountCondition,
        @Nullable String fallback,
        Schedule schedule,
        ReadPolicy read,
        WritePolicy write,
        ApiBudget api,
        Keeping keep,
        int requestsPerMinute) {

    /** Where connector.yaml says nothing of it. */
    static final int REQUESTS_PER_MINUTE = 60;

    /** With as many requests by HTTP as there may be where nothing is said of them. */
    public ConnectorConfig(
            @Nullable String accountCondition,
            @Nullable String fallback,
            Schedule schedule,
            ReadPolicy read,
            WritePolicy write,
            ApiBudget api,
            Keeping keep) {
        this(accountCondition, fallback, schedule, read, write, api, keep, REQUESTS_PER_MINUTE);
    }

    /** Reads {@code connector.yaml}; problems are left in the file. */
    public static ConnectorConfig read(YamlFile file) {
        return ConnectorReader.read(file);
    }

    /**
     * When Plumbline works while it stays.
     *
     * @param every between two syncs, each of which judges the accounts that changed
     * @param nightlyAt when all accounts are judged, by the clock of the machine
     */
    public record Schedule(Duration every, LocalTime nightlyAt) {}

    /**
     * What a plausible reading stays within (trap G5).
     *
     * @param vanishingShare 0..1, the share of the rows of one kind that may drop out of sight between two runs without
     *     having been deleted; more stop the run
     * @param vanishingFrom so few may do so whatever their share
     */
    public record ReadPolicy(double vanishingShare, int vanishingFrom) {}

    /**
     * What a run may write.
     *
     * @param results those written to accounts; {@link Result#CHANGED_ON} is always among them
     * @param tasks whether tasks are made and closed at all
     * @param minScoreChange points by which a number must differ from the one that stands there to be the reason for a
     *     write; 1 writes every change
     * @param bounds what a plausible run stays within
     */
    public record WritePolicy(Set<Result> results, boolean tasks, int minScoreChange, Bounds bounds) {
        public WritePolicy {
            results = Set.copyOf(results);
        }
    }

    /**
     * A run that would do more than this writes nothing and says so (a broken mapping must not paint an org red).
     *
     * @param changedShare 0..1, of the accounts judged before, the share whose band or plan currency may change
     * @param touchedShare 0..1, of the accounts judged, the share that may be written to or get a task
     * @param fromAccounts the shares count only from this many accounts judged before on
     * @param newTasks how many tasks one run may create
     */
    public record Bounds(double changedShare, double touchedShare, int fromAccounts, int newTasks) {}

    /**
     * The connector's part of the org's API calls in 24 hours (trap J1).
     *
     * @param dailyShare 0..1, the share of the org's limit that the connector may use in one day
     * @param keepFree 0..1, the share of the limit that must stay free for everybody else; below it nothing starts
     * @param keepForWrites 0..1, the part of the connector's own share that reading leaves for writing, so that a long
     *     reading never keeps what is already judged from being written
     * @param bulkReadFrom rows of an answer from which on it is read by a bulk job
     * @param bulkWriteFrom records of one object from which on they are written by a bulk job
     */
    public record ApiBudget(
            double dailyShare, double keepFree, double keepForWrites, int bulkReadFrom, int bulkWriteFrom) {}

    /**
     * How long what is kept of the org and of what happened.
     *
     * @param journal what happened and how scores were
     * @param deleted what the org deleted or no longer shows, counted from the first nightly run that found it so
     */
    public record Keeping(Duration journal, Duration deleted) {}

    /** How long the journal keeps what happened and how scores were. */
    public Duration keepJournal() {
        return keep.journal();
    }

    public Optional<String> accountScope() {
        return Optional.ofNullable(accountCondition);
    }

    public Optional<String> fallbackPerson() {
        return Optional.ofNullable(fallback);
    }
}
