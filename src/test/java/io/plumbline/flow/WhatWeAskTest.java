package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.control.JournalEntry;
import io.plumbline.testing.Trap;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Some traps are not walked around but never entered: what a sync asks of an org, by the org's own journal. */
class WhatWeAskTest {

    private static List<JournalEntry> requests;
    private static List<String> queries;

    @BeforeAll
    static void syncOverBothApis() {
        try (Story story = new Story()) {
            story.connector().sync();
            story.peopleWork();
            story.connector().useBulkFrom(3, 3);
            story.loseMemory();
            story.connector().useBulkFrom(3, 3);
            story.connector().sync();
            requests = story.org().sandbox.journal().entries();
        }
        queries = requests.stream()
                .map(JournalEntry::detail)
                .filter(detail -> detail.startsWith("SELECT"))
                .toList();
        assertThat(requests)
                .extracting(JournalEntry::operation)
                .contains("soap.upsert", "bulk.query.create", "bulk.ingest.create");
        assertThat(queries).hasSizeGreaterThan(40);
    }

    /** A session is opened by OAuth alone and closed by nobody; changes are found by queries alone. */
    @Trap({"A5", "A7", "C12", "G2", "G6"})
    @Test
    void noSessionIsOpenedByPasswordNoneIsClosedAndNoListOfChangesIsAskedFor() {
        assertThat(requests)
                .extracting(JournalEntry::operation)
                .doesNotContain("soap.login", "soap.logout", "oauth.revoke", "soap.getUpdated", "soap.getDeleted");
    }

    @Trap("B4")
    @Test
    void noQueryHasAnotherInside() {
        assertThat(queries)
                .noneMatch(query -> query.matches("(?i).*\\(\\s*SELECT .* FROM \\w+__r.*|SELECT [^F]*\\(SELECT.*"));
    }

    /** What a day, a week or a fiscal year is depends on the running user; bounds are moments. */
    @Trap({"H3", "H4"})
    @Test
    void noQuerySpeaksOfRelativeOrFiscalDays() {
        assertThat(queries)
                .noneMatch(
                        query -> query.matches(
                                ".*\\b(TODAY|YESTERDAY|TOMORROW|(LAST|THIS|NEXT)_\\w+|FISCAL_\\w+|DAY_ONLY|CALENDAR_\\w+)\\b.*"));
    }

    /** However many fields a source has, they travel in a body; an address holds a job's Id and a place in its answer. */
    @Trap("B6")
    @Test
    void noQueryTravelsInAnAddress() {
        assertThat(requests)
                .allMatch(request ->
                        !request.query().contains("SELECT") && request.query().length() < 200);
    }
}
