package io.plumbline.flow.checkup;

import io.plumbline.config.Connection;
import io.plumbline.config.Credentials;
import io.plumbline.flow.OrgDoor;
import io.plumbline.salesforce.call.ApiVersion;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.OpenAnswer;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.http.StreamCall;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the org's address answers, serves our API version, and has the same time as this machine: one request that needs
 * no sign-in and counts as no API call ({@code GET /services/data/} lists the versions an org serves).
 */
final class AddressCheck {

    private static final String ADDRESS = "address";
    private static final String CLOCK = "clock";
    private static final String VERSION = "api-version";
    private static final String VERSIONS = "/services/data/";
    private static final long LONGEST = 1_000_000;

    /** A JWT assertion of ours lives 150 seconds, and Salesforce takes none that ends more than three minutes ahead. */
    private static final Duration NOTABLE = Duration.ofSeconds(25);

    private static final Duration TOO_MUCH = Duration.ofSeconds(120);

    private final Connection connection;
    private final Clock clock;

    AddressCheck(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    List<CheckupLine> lines() {
        SalesforceHttp http =
                new SalesforceHttp(Deadlines.SIGN_IN, OrgDoor.proxy(connection).orElse(null));
        StreamCall call = new StreamCall(
                "GET",
                connection.instanceUrl().uri().resolve(VERSIONS),
                Map.of("Accept", "application/json"),
                List.of(),
                LONGEST,
                Deadlines.SIGN_IN.total());
        Instant before = clock.instant();
        try (OpenAnswer answer = http.open(call)) {
            Instant middle =
                    before.plus(Duration.between(before, clock.instant()).dividedBy(2));
            List<CheckupLine> lines = new ArrayList<>(address(answer.whole()));
            lines.add(clock(answer.header("Date"), middle));
            return lines;
        } catch (NoAnswerException unreachable) {
            String because = connection.instanceUrl() + " did not answer.";
            return List.of(
                    CheckupLine.failed(ADDRESS, "Address", unreachable.failure()),
                    CheckupLine.notChecked(VERSION, "API version", because),
                    CheckupLine.notChecked(CLOCK, "Clock", because));
        }
    }

    private List<CheckupLine> address(HttpAnswer answer) {
        CheckupLine reached = answer.foreign()
                .map(failure -> CheckupLine.failed(ADDRESS, "Address", failure))
                .orElseGet(() -> CheckupLine.ok(ADDRESS, "Address", connection.instanceUrl() + " answers."));
        return List.of(reached, version(answer));
    }

    private CheckupLine version(HttpAnswer answer) {
        List<String> served = served(answer);
        if (served.isEmpty()) {
            return CheckupLine.notChecked(VERSION, "API version", "the address did not list the versions it serves.");
        }
        if (served.contains(ApiVersion.OURS)) {
            return CheckupLine.ok(
                    VERSION,
                    "API version",
                    ApiVersion.OURS + ", one of " + served.getFirst() + " to " + served.getLast()
                            + " that the org serves.");
        }
        return CheckupLine.problem(
                VERSION,
                "API version",
                "Plumbline speaks " + ApiVersion.OURS + ", and the org serves " + served.getFirst() + " to "
                        + served.getLast() + ".",
                "Whoever runs Plumbline installs a version of it that speaks one of these.");
    }

    private static List<String> served(HttpAnswer answer) {
        if (!answer.successful()) {
            return List.of();
        }
        try {
            List<String> versions = new ArrayList<>();
            for (JsonNode version : new JsonMapper().readTree(answer.body())) {
                versions.add(version.path("version").asString());
            }
            return versions;
        } catch (JacksonException notOfTheApi) {
            return List.of();
        }
    }

    private CheckupLine clock(Optional<String> date, Instant ours) {
        Optional<Instant> theirs = date.flatMap(AddressCheck::moment);
        if (theirs.isEmpty()) {
            return CheckupLine.notChecked(CLOCK, "Clock", "the answer carried no date.");
        }
        Duration skew = Duration.between(theirs.get(), ours);
        String says = "This machine's clock is " + words(skew.abs()) + (skew.isNegative() ? " behind" : " ahead of")
                + " Salesforce's.";
        String advice =
                "Whoever runs Plumbline sets this machine's clock, best by NTP: sign-in by JWT is refused when it is"
                        + " minutes off. What is read and judged goes by Salesforce's clock.";
        if (skew.abs().compareTo(NOTABLE) <= 0) {
            return CheckupLine.ok(CLOCK, "Clock", "This machine's clock agrees with Salesforce's.");
        }
        boolean matters = connection.credentials() instanceof Credentials.JwtBearer
                && skew.abs().compareTo(TOO_MUCH) > 0;
        return matters
                ? CheckupLine.problem(CLOCK, "Clock", says, advice)
                : CheckupLine.warning(CLOCK, "Clock", says, advice);
    }

    private static String words(Duration skew) {
        return skew.toMinutes() < 3 ? skew.toSeconds() + " seconds" : skew.toMinutes() + " minutes";
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
