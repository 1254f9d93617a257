package io.plumbline.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.extract.reading.SourceQuery;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.RowSource;
import io.plumbline.mirror.Watermark;
import io.plumbline.salesforce.PageTaker;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.StreamPlace;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import io.plumbline.salesforce.StreamedPage;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.bulk.BulkSettings;
import io.plumbline.salesforce.bulk.BulkTransport;
import io.plumbline.salesforce.call.CallPolicy;
import io.plumbline.salesforce.call.OrgConnection;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.soap.CallSettings;
import io.plumbline.salesforce.soap.WscOrg;
import io.plumbline.salesforce.transport.BulkThresholds;
import io.plumbline.salesforce.transport.ChosenTransport;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readings by bulk jobs, over the wire. */
class LargeReadingTest {

    private static final RowSource CONTACTS = RowSource.of("contacts");

    private final Configuration shipped = Configuration.shipped();
    private final SmallOrg small = new SmallOrg();

    @AfterEach
    void close() {
        small.close();
    }

    @Test
    @Trap({"B11", "D12"})
    void readsTheSameByBulkJobsAsPageByPage() {
        small.delete(small.buyer);
        Mirror byPages = new Mirror(TestDatabase.migrated());
        Mirror byJobs = new Mirror(TestDatabase.migrated());
        Map<String, String> paged = read(open(Long.MAX_VALUE), byPages);
        assertThat(small.sandbox.journal().entries("bulk.*")).isEmpty();

        assertThat(read(open(1), byJobs)).isEqualTo(paged);

        assertThat(small.sandbox.journal().entries("bulk.*")).isNotEmpty();
        assertThat(byJobs.org(orgId()).rows(CONTACTS, List.of(RecordId.of(small.buyer))))
                .singleElement()
                .satisfies(row -> assertThat(row.deleted()).isTrue());
    }

    @Test
    @Trap({"D3", "D6", "K2"})
    void goesOnWithTheSameJobAfterAnEndInTheMiddle() {
        Mirror mirror = new Mirror(TestDatabase.migrated());
        SalesforceOrg org = open(1);
        Extraction extraction = new Extraction(shipped.mapping(), shipped.connector(), mirror);
        assertThatThrownBy(() -> extraction.run(new Ending(org))).hasMessage("the process ends here");
        assertThat(mirror.openStream(orgId(), RowSource.of("account"))).isPresent();
        assertThat(mirror.org(orgId()).isComplete(RowSource.of("account"))).isFalse();
        long jobs = jobs();

        Map<String, String> resumed = read(open(1), mirror);

        assertThat(mirror.openStream(orgId(), RowSource.of("account"))).isEmpty();
        Mirror fresh = new Mirror(TestDatabase.migrated());
        long before = jobs();
        assertThat(read(open(1), fresh)).isEqualTo(resumed);
        assertThat(before - jobs).as("jobs of the second half").isLessThan(jobs() - before);
    }

    @Test
    @Trap({"C2", "D12"})
    void readsWhatChangedByJobsAsPageByPage() {
        Mirror byPages = filledByPages();
        Mirror byJobs = filledByPages();
        byPages.touched(orgId()).forget();
        byJobs.touched(orgId()).forget();
        small.goOn(Duration.ofHours(2));
        small.update("Account", small.brook, "Name", "Brook & Sons");
        small.update("Opportunity", small.deal, "Amount", 4711);
        small.delete(small.buyer);
        String young = small.contact(small.cedar, "Young", "Buyer", null);
        small.goOn(Duration.ofMinutes(20));

        Map<String, String> paged = read(open(Long.MAX_VALUE), byPages);
        assertThat(jobs()).isZero();
        Map<String, String> gathered = read(open(1), byJobs);

        assertThat(jobs()).isPositive();
        assertThat(gathered).isEqualTo(paged).containsKey("contacts " + young);
        assertThat(byJobs.touched(orgId()).wholeSources()).isEmpty();
        assertThat(byJobs.touched(orgId()).accounts())
                .isEqualTo(byPages.touched(orgId()).accounts())
                .contains(RecordId.of(small.brook), RecordId.of(small.acme), RecordId.of(small.cedar));
        assertThat(byJobs.watermarks(orgId())).isEqualTo(byPages.watermarks(orgId()));
    }

    @Test
    @Trap({"D3", "D6", "K2"})
    void goesOnWithWhatChangedAfterAnEndInTheMiddle() {
        RowSource accounts = RowSource.of("account");
        Mirror mirror = new Mirror(TestDatabase.migrated());
        read(open(1), mirror);
        mirror.touched(orgId()).forget();
        Watermark before = mirror.watermark(orgId(), accounts).orElseThrow();
        small.goOn(Duration.ofHours(2));
        small.update("Account", small.brook, "Name", "Brook & Sons");
        SalesforceOrg org = open(1);
        Extraction extraction = new Extraction(shipped.mapping(), shipped.connector(), mirror);
        assertThatThrownBy(() -> extraction.run(new Ending(org))).hasMessage("the process ends here");
        assertThat(mirror.openStream(orgId(), accounts))
                .get()
                .satisfies(open -> assertThat(open.from())
                        .hasValueSatisfying(from -> assertThat(from).isBefore(before.stamp())));
        assertThat(mirror.watermark(orgId(), accounts)).contains(before);
        long jobs = jobs();
        small.goOn(Duration.ofMinutes(1));

        read(open(1), mirror);

        assertThat(mirror.openStream(orgId(), accounts)).isEmpty();
        assertThat(mirror.touched(orgId()).accounts()).contains(RecordId.of(small.brook));
        assertThat(jobsOf("Account", jobs)).as("the accounts need no new job").isZero();
    }

    @Test
    @Trap({"C1", "G3"})
    void comparesByJobsAsPageByPage() {
        Mirror byPages = filledByPages();
        Mirror byJobs = filledByPages();
        small.delete(small.buyer);
        small.sandbox.levers().purge(List.of(small.buyer));
        small.goOn(Duration.ofDays(1));

        Map<String, String> paged = read(open(Long.MAX_VALUE), byPages);
        assertThat(jobs()).isZero();

        assertThat(read(open(1), byJobs)).isEqualTo(paged).doesNotContainKey("contacts " + small.buyer);
        assertThat(jobs()).isPositive();
    }

    private Mirror filledByPages() {
        Mirror mirror = new Mirror(TestDatabase.migrated());
        read(open(Long.MAX_VALUE), mirror);
        return mirror;
    }

    private long jobsOf(String object, long after) {
        return small.sandbox.journal().entries("bulk.*").stream()
                .filter(entry -> entry.operation().contains("create"))
                .skip(after)
                .filter(entry -> entry.toString().contains("FROM " + object + " "))
                .count();
    }

    private long jobs() {
        return small.sandbox.journal().entries("bulk.*").stream()
                .filter(entry -> entry.operation().contains("create"))
                .count();
    }

    private RecordId orgId() {
        return RecordId.of(small.sandbox.org().organizationId());
    }

    private SalesforceOrg open(long bulkFrom) {
        SignIn signIn = new SignIn.ClientCredentials(
                URI.create(small.sandbox.instanceUrl()), small.sandbox.clientId(), small.sandbox.clientSecret());
        Clock clock = small.sandbox.clock();
        AccessTokens tokens = new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN), clock);
        OrgConnection org = new OrgConnection(tokens, new SalesforceHttp(Deadlines.CALL), CallPolicy.standard());
        return new ChosenTransport(
                new WscOrg(tokens, org, CallSettings.standard().pageSize()),
                new BulkTransport(org, BulkSettings.standard().withPause(wait -> {}), clock),
                new BulkThresholds(bulkFrom, 1_000_000));
    }

    private Map<String, String> read(SalesforceOrg org, Mirror mirror) {
        Extraction extraction = new Extraction(shipped.mapping(), shipped.connector(), mirror);
        Readiness readiness = extraction.preflight(org);
        assertThat(extraction.run(org, readiness).isPartial()).isFalse();
        Map<String, String> rows = new TreeMap<>();
        for (SourceQuery source : readiness.sources()) {
            mirror.org(orgId())
                    .rows(source.source())
                    .forEach(row -> rows.put(
                            source.source() + " " + row.id(),
                            new TreeMap<>(row.record().fields()).toString()));
        }
        return rows;
    }

    /** Ends when the first rows of a job are about to be stored. */
    private static final class Ending extends DelegatingOrg {

        Ending(SalesforceOrg org) {
            super(org);
        }

        @Override
        public StreamResult stream(StreamRequest request, PageTaker taker) {
            return super.stream(request, new PageTaker() {
                @Override
                public void begun(StreamPlace place) {
                    taker.begun(place);
                }

                @Override
                public void take(StreamedPage page) {
                    throw new IllegalStateException("the process ends here");
                }
            });
        }
    }
}
