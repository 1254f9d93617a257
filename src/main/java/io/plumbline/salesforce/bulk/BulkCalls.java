package io.plumbline.salesforce.bulk;

import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailures;
import io.plumbline.salesforce.call.Faults;
import io.plumbline.salesforce.call.ReadRetry;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.OpenAnswer;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.http.StreamCall;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls to the asynchronous API: the token of the moment for each (trap A2), a dead session renewed once and the
 * call made again with the same bytes (traps A1, A9), and every way to fail turned into a {@link CallFailedException}.
 */
final class BulkCalls {

    private static final long LONGEST_WORD = 10_000_000;
    private static final Pattern USAGE = Pattern.compile("api-usage=(\\d{1,12})/(\\d{1,12})");
    private static final Duration WORD = Duration.ofMinutes(5);

    private final AccessTokens tokens;
    private final SalesforceHttp http;
    private final ReadRetry retry;
    private final AtomicReference<@Nullable ApiUsage> meter = new AtomicReference<>();

    BulkCalls(AccessTokens tokens, SalesforceHttp http, BulkSettings settings) {
        this.tokens = tokens;
        this.http = http;
        this.retry = new ReadRetry(settings.attempts(), settings.pause());
    }

    /** Makes a call that may be repeated when it fails in passing. */
    <T> T repeating(Supplier<T> call) {
        return retry.untilItPasses(call);
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
        AccessToken token = token();
        try {
            return open(token, call, longest, total);
        } catch (CallFailedException e) {
            if (e.sessionIsDead()) {
                return open(renewed(token), call, longest, total);
            }
            throw e;
        }
    }

    String host() {
        return String.valueOf(token().instance().getHost());
    }

    ApiUsage usage() {
        ApiUsage told = meter.get();
        return told == null
                ? new ApiUsage(http.sent(), OptionalLong.empty(), OptionalLong.empty())
                : new ApiUsage(http.sent(), told.orgUsed(), told.orgLimit());
    }

    private OpenAnswer open(AccessToken token, BulkCall call, long longest, Duration total) {
        OpenAnswer answer;
        try {
            answer = http.open(new StreamCall(
                    call.method(),
                    token.instance().resolve(call.path()),
                    headers(token, call),
                    call.publisher(),
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
            throw refused(token, answer.whole());
        } catch (NoAnswerException e) {
            throw CallFailures.noAnswer(e);
        }
    }

    /** A fault is believed whatever its HTTP status (trap J3). */
    private static CallFailedException refused(AccessToken token, HttpAnswer answer) {
        return BulkErrors.of(answer)
                .map(fault -> Jobs.unlessGone(
                        Faults.of(fault, String.valueOf(token.instance().getHost()))))
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

    private AccessToken token() {
        try {
            return tokens.current();
        } catch (SalesforceFailedException e) {
            throw CallFailures.signIn(e);
        }
    }

    private AccessToken renewed(AccessToken dead) {
        try {
            return tokens.after(dead);
        } catch (SalesforceFailedException e) {
            throw CallFailures.signIn(e);
        }
    }

    private void note(String limitInfo) {
        Matcher usage = USAGE.matcher(limitInfo);
        if (usage.find()) {
            meter.set(new ApiUsage(
                    0,
                    OptionalLong.of(Long.parseLong(usage.group(1))),
                    OptionalLong.of(Long.parseLong(usage.group(2)))));
        }
    }
}
