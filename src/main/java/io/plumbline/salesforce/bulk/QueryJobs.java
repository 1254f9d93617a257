package io.plumbline.salesforce.bulk;

import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamPlace;
import io.plumbline.salesforce.call.CallFailedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings a query job to its end: a new one, or the one that an earlier run began (trap D6). */
final class QueryJobs {

    static final String KIND = "query";

    private final BulkCalls calls;
    private final Jobs jobs;
    private final BulkSettings settings;

    /** A job that is complete, and where in its result to begin. */
    record Ready(Job job, JobInfo info, String locator, long rowsBefore) {}

    QueryJobs(BulkCalls calls, Jobs jobs, BulkSettings settings) {
        this.calls = calls;
        this.jobs = jobs;
        this.settings = settings;
    }

    /**
     * @param from where an earlier run stopped; when that job is gone, was aborted or is of another query, a new one
     *     is made
     * @param begun told of a new job as soon as there is one
     */
    Ready ready(SoqlQuery query, Optional<StreamPlace> from, Consumer<StreamPlace> begun) {
        Optional<Ready> known = from.flatMap(place -> known(query, place));
        return known.orElseGet(() -> anew(query, begun));
    }

    /** A job that gives up in the middle is stopped and taken away, so that none is left behind (trap D7). */
    private Ready anew(SoqlQuery query, Consumer<StreamPlace> begun) {
        for (int attempt = 1; ; attempt++) {
            Job job = jobs.make(KIND, what(query));
            begun.accept(start(job, query));
            JobInfo info = jobs.ended(job);
            if (info.state() == JobInfo.State.COMPLETE) {
                return new Ready(job, info, "", 0);
            }
            CallFailedException failure = JobFailures.of(job, info, calls.host());
            jobs.giveUp(job);
            boolean stuck = failure.failure() instanceof SalesforceFailure.TookTooLong;
            if (!stuck || attempt >= settings.attempts()) {
                throw failure;
            }
        }
    }

    private Optional<Ready> known(SoqlQuery query, StreamPlace place) {
        Job job = new Job(KIND, place.job(), place.apiVersion());
        if (!place.query().equals(mark(query))) {
            jobs.giveUp(job);
            return Optional.empty();
        }
        try {
            JobInfo info = jobs.look(job);
            if (!info.state().ended()) {
                info = jobs.ended(job);
            }
            if (info.state() == JobInfo.State.COMPLETE) {
                return Optional.of(new Ready(job, info, place.locator(), place.rows()));
            }
            jobs.giveUp(job);
            return Optional.empty();
        } catch (CallFailedException e) {
            if (Jobs.isGone(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Map<String, String> what(SoqlQuery query) {
        return Map.of(
                "operation", query.includeDeleted() ? "queryAll" : KIND, // D12
                "query", query.unordered().text(),
                "contentType", "CSV",
                "columnDelimiter", "COMMA",
                "lineEnding", "LF");
    }

    static StreamPlace start(Job job, SoqlQuery query) {
        return new StreamPlace(job.id(), job.apiVersion(), mark(query), "", 0);
    }

    /** Tells queries apart without holding what they ask. */
    static String mark(SoqlQuery query) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((query.includeDeleted() + query.unordered().text()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
