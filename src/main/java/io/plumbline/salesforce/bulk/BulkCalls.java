package io.plumbline.salesforce.bulk;

import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailures;
import io.plumbline.salesforce.call.OrgConnection;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.OpenAnswer;
import io.plumbline.salesforce.http.StreamCall;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes calls to the asynchronous API in the session that {@link OrgConnection} gives, which makes one again with the
 * same bytes after a dead session (traps A1, A2, A9), and turns every way to fail into a {@link CallFailedException}.
 */
final class BulkCalls {

    private static final long LONGEST_WORD = 10_000_000;
    private static final Pattern USAGE = Pattern.compile("api-usage=(\\d{1,12})/(\\d{1,12})");
    private static final Duration WORD = Duration.ofMinutes(5);

    private final OrgConnection org;

    BulkCalls(OrgConnection org) {
        this.org = org;
    }

    /** Makes a call that may be repeated when it fails in passing. */
    <T> T repeating(Supplier<T> call) {
        return org.repeating(call);
    }

    /** Makes a call once and reads its short answer. */
    HttpAnswer once(BulkCall call) {
        try (OpenAnswer answer = open(call, LONGEST_WORD, WORD)) {
            return answer.whole();
        } catch (NoAnswerException e) {
            throw CallFailures.noAnswer(e);
        }
    }

    /** Makes a call once; its answer, a good one, is still arriving. */
    OpenAnswer open(BulkCall call, long longest, Duration total) {
        Function<AccessToken, OpenAnswer> request = token -> org.request(() -> open(token, call, longest, total));
        return call.changesNothing() ? org.reading(request) : org.writing(request);
    }

    String host() {
        return String.valueOf(org.token().instance().getHost());
    }

    ApiUsage usage() {
        return org.usage();
    }

    private OpenAnswer open(AccessToken token, BulkCall call, long longest, Duration total) {
        OpenAnswer answer;
        try {
            answer = org.http()
                    .open(new StreamCall(
                            call.method(),
                            token.instance().resolve(call.path()),
                            headers(token, call),
                            call.body(),
                            longest,
                            total));
        } catch (NoAnswerException e) {
            throw CallFailures.noAnswer(e);
        }
        answer.header("Sforce-Limit-Info").ifPresent(this::note);
        if (answer.successful() && !isWebPage(answer)) {
            return answer;
        }
        try (answer) {
            throw refused(token, call, answer.whole());
        } catch (NoAnswerException e) {
            throw CallFailures.noAnswer(e);
        }
    }

    /** A fault is believed whatever its HTTP status (trap J3). */
    private static CallFailedException refused(AccessToken token, BulkCall call, HttpAnswer answer) {
        return BulkErrors.of(answer)
                .map(fault -> Jobs.refusal(
                        call, fault, String.valueOf(token.instance().getHost())))
                .map(refusal -> new CallFailedException(refusal, null))
                .or(() -> CallFailures.foreign(answer))
                .orElseGet(() -> CallFailures.unreadable(answer, "no error of the API"));
    }

    /** The maintenance page comes with status 200, too (trap J4). */
    private static boolean isWebPage(OpenAnswer answer) {
        return answer.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html");
    }

    private static Map<String, String> headers(AccessToken token, BulkCall call) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token.value());
        headers.put("Sforce-Call-Options", "client=Plumbline");
        headers.put("Accept", call.accept());
        call.contentType().ifPresent(type -> headers.put("Content-Type", type));
        return headers;
    }

    private void note(String limitInfo) {
        Matcher usage = USAGE.matcher(limitInfo);
        if (usage.find()) {
            org.meter().told(Long.parseLong(usage.group(1)), Long.parseLong(usage.group(2)));
        }
    }
}
