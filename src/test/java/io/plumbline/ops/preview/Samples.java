package io.plumbline.ops.preview;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Trend;
import io.plumbline.flow.preview.AccountPreview;
import io.plumbline.flow.preview.CallsPreview;
import io.plumbline.flow.preview.FieldPreview;
import io.plumbline.flow.preview.FindingPreview;
import io.plumbline.flow.preview.PortfolioPreview;
import io.plumbline.flow.preview.TaskPreview;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Previews of two accounts, one of them named by somebody who means no good. */
final class Samples {

    static final LocalDate DAY = LocalDate.parse("2026-06-30");

    private Samples() {}

    static PortfolioPreview now() {
        return preview(account(Band.RED, 40, ClockVerdict.STALE, TaskPreview.Move.OPEN), quiet(), 12);
    }

    /** The same accounts by a milder configuration. */
    static PortfolioPreview then() {
        return preview(account(Band.AMBER, 55, ClockVerdict.STALE, TaskPreview.Move.CLOSE), quiet(), 14);
    }

    /** The same accounts, where the first has this health and nothing else differs. */
    static PortfolioPreview ofHealth(int health) {
        return preview(account(Band.RED, health, ClockVerdict.STALE, TaskPreview.Move.OPEN), quiet(), 12);
    }

    /** So many accounts about which nothing is known, and as many calls. */
    static PortfolioPreview quiet(int accounts) {
        return new PortfolioPreview(
                "org",
                "EUR",
                DAY,
                Collections.nCopies(accounts, quiet()),
                new CallsPreview(accounts, accounts, accounts, 1, OptionalLong.empty()),
                List.of(),
                List.of());
    }

    private static PortfolioPreview preview(AccountPreview first, AccountPreview second, long quiet) {
        return new PortfolioPreview(
                "https://acme.my.salesforce.com as plumbline@acme.example",
                "EUR",
                DAY,
                List.of(first, second),
                new CallsPreview(66, 2, quiet, 96, OptionalLong.of(20_000)),
                List.of("Without an account, and so kept in the mirror but judged nowhere: 3 contacts."),
                List.of());
    }

    private static AccountPreview account(Band band, int health, ClockVerdict plan, TaskPreview.Move move) {
        return new AccountPreview(
                "001Pb0000000001AAA",
                "=HYPERLINK(\"http://evil.example\";\"Acme\") <script>alert(1)</script>",
                "@Raquel Palhares",
                band,
                health,
                40,
                52,
                plan,
                100,
                88,
                null,
                100,
                97,
                Trend.NEW,
                new BigDecimal("886802.5"),
                List.of("Last contact: -7.4 points", "People in touch: -6.7 points"),
                List.of(new FindingPreview(
                        "rhythm.recency",
                        "relationship",
                        "critical",
                        "No conversation with Marta Quell for 118 days.",
                        "Call or visit them.",
                        "")),
                List.of(
                        new FieldPreview("health", "Plumbline_Health__c", "-5", "40", "the score changed", false),
                        new FieldPreview("band", "Plumbline_Band__c", "", "Red", "first verdict", false),
                        new FieldPreview(
                                "nextStep", "Plumbline_Next_Step__c", "", "Call Marta Quell.", "first verdict", true)),
                List.of(new TaskPreview(
                        move,
                        "plumbline-001Pb0000000001AAA-relationship-1",
                        "relationship",
                        "Care for the relationship with Acme",
                        "Raquel Palhares",
                        Optional.of(DAY.plusDays(7)),
                        "No conversation for 118 days.")),
                List.of("plumbline-001Pb0000000001AAA-roles-1: Its owner already has 10 open tasks of ours."));
    }

    private static AccountPreview quiet() {
        return new AccountPreview(
                "001Pb0000000002AAA",
                "Brook",
                "",
                Band.INSUFFICIENT,
                null,
                null,
                null,
                ClockVerdict.MISSING,
                null,
                null,
                null,
                null,
                12,
                Trend.STEADY,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
