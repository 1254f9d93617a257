package io.plumbline.ops.api;

import io.plumbline.crm.RecordId;
import io.plumbline.crm.StorableText;
import io.plumbline.journal.Answer;
import io.plumbline.ops.api.admission.RefusedRequestException;
import io.plumbline.ops.api.admission.SeenRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Whether what came makes sense by itself; all that does not is told at once. */
final class RequestCheck {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final int LONGEST_FINDING = 255;

    /** Where a day begins first, and where it ends last: somebody's today is none of these too early or too late. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    private final Clock clock;

    RequestCheck(Clock clock) {
        this.clock = clock;
    }

    /** @throws RefusedRequestException with everything that is wrong */
    CheckedRequest judgement(String account, JudgementRequest request) {
        Problems problems = new Problems();
        Optional<CheckedRequest> checked = request(
                problems,
                account,
                request.orgId(),
                request.requestId(),
                request.requestedAt(),
                "requestedBy",
                request.requestedBy());
        return problems.noneOr(checked);
    }

    /** @throws RefusedRequestException with everything that is wrong */
    CheckedAnswer answer(String account, AnswerRequest answer) {
        Problems problems = new Problems();
        Optional<CheckedRequest> request = request(
                problems,
                account,
                answer.orgId(),
                answer.requestId(),
                answer.requestedAt(),
                "answeredBy",
                answer.answeredBy());
        Optional<String> finding = problems.text("finding", answer.finding(), LONGEST_FINDING);
        Optional<String> reason = problems.text("reason", answer.reason(), Answer.LONGEST_REASON);
        Optional<LocalDate> until = until(problems, answer.until());
        return problems.noneOr(request.flatMap(sound -> finding.flatMap(
                key -> reason.flatMap(because -> until.map(day -> new CheckedAnswer(sound, key, because, day))))));
    }

    /** @throws RefusedRequestException when it is none */
    static RecordId id(String name, String text) {
        Problems problems = new Problems();
        return problems.noneOr(problems.id(name, text));
    }

    private Optional<CheckedRequest> request(
            Problems problems,
            String account,
            @Nullable String org,
            @Nullable String requestId,
            @Nullable String requestedAt,
            String byName,
            @Nullable String by) {
        Optional<RecordId> accountId = problems.id("accountId", account);
        Optional<RecordId> orgId = problems.id("orgId", org);
        Optional<RecordId> person = problems.id(byName, by);
        Optional<String> name = Optional.ofNullable(requestId)
                .filter(text -> REQUEST_ID.matcher(text).matches());
        if (name.isEmpty()) {
            problems.add("requestId is to be 1 to 64 letters, digits and hyphens.");
        }
        onTime(problems, requestedAt);
        return orgId.flatMap(one -> accountId.flatMap(
                which -> name.flatMap(id -> person.map(who -> new CheckedRequest(one, which, id, who)))));
    }

    private void onTime(Problems problems, @Nullable String requestedAt) {
        Instant now = clock.instant();
        Optional<Instant> asked =
                problems.parsed("requestedAt", "a moment like 2026-06-30T09:00:00Z", requestedAt, Instant::parse);
        asked.map(moment -> Duration.between(moment, now))
                .filter(age -> age.abs().compareTo(SeenRequests.WINDOW) > 0)
                .ifPresent(age -> problems.add("requestedAt is " + age.abs().toMinutes() + " minutes "
                        + (age.isNegative() ? "ahead" : "ago") + ", and at most " + SeenRequests.WINDOW.toMinutes()
                        + " are allowed, so that a copy is of no use. Ask anew; should it happen again, whoever runs"
                        + " Plumbline sets the clock of its machine."));
    }

    private Optional<LocalDate> until(Problems problems, @Nullable String text) {
        Instant now = clock.instant();
        LocalDate first = LocalDate.ofInstant(now, LAST_ZONE);
        LocalDate last = LocalDate.ofInstant(now, FIRST_ZONE).plusYears(1);
        Optional<LocalDate> until = problems.parsed("until", "a day like 2026-06-30", text, LocalDate::parse);
        until.filter(day -> day.isBefore(first) || day.isAfter(last))
                .ifPresent(
                        day -> problems.add("until is " + day + ", and is to be between today and a year from now."));
        return until;
    }

    /** What is wrong with one request. Repeats nothing of a text that anybody could have sent. */
    private static final class Problems {

        private final List<String> found = new ArrayList<>();

        void add(String problem) {
            found.add(problem);
        }

        Optional<RecordId> id(String name, @Nullable String text) {
            Optional<RecordId> id =
                    Optional.ofNullable(text).filter(RecordId::isId).map(RecordId::of);
            if (id.isEmpty()) {
                add(name + " is to be a Salesforce Id of 15 or 18 characters.");
            }
            return id;
        }

        /** In one line, and as any database keeps it. */
        Optional<String> text(String name, @Nullable String text, int most) {
            Optional<String> words = Optional.ofNullable(text)
                    .map(given -> StorableText.of(given.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "))
                            .strip())
                    .filter(given -> !given.isEmpty() && given.length() <= most);
            if (words.isEmpty()) {
                add(name + " is to be a text of 1 to " + most + " characters.");
            }
            return words;
        }

        <T> Optional<T> parsed(String name, String form, @Nullable String text, Function<String, T> parser) {
            try {
                if (text != null) {
                    return Optional.of(parser.apply(text));
                }
            } catch (DateTimeParseException unreadable) {
                // Told below, with what is missing altogether.
            }
            add(name + " is to be " + form + ".");
            return Optional.empty();
        }

        <T> T noneOr(Optional<T> checked) {
            return checked.filter(sound -> found.isEmpty())
                    .orElseThrow(() -> new RefusedRequestException(
                            HttpStatus.BAD_REQUEST, "The request is not right", String.join(" ", found)));
        }
    }
}
