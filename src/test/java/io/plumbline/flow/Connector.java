package io.plumbline.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.extract.Extraction;
import io.plumbline.flow.checking.OrgCheck;
import io.plumbline.flow.judging.JudgedOrg;
import io.plumbline.flow.judging.JudgedSoFar;
import io.plumbline.flow.judging.Judging;
import io.plumbline.flow.judging.Models;
import io.plumbline.flow.metrics.OrgMeters;
import io.plumbline.flow.metrics.OrgReadings;
import io.plumbline.flow.metrics.RunMeters;
import io.plumbline.flow.progress.Progress;
import io.plumbline.flow.progress.Underway;
import io.plumbline.flow.reading.OrgReading;
import io.plumbline.flow.writing.Conclusion;
import io.plumbline.flow.writing.Writing;
import io.plumbline.journal.Answers;
import io.plumbline.journal.Effects;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Runs;
import io.plumbline.journal.Standings;
import io.plumbline.journal.Verdicts;
import io.plumbline.mirror.Mirror;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.bulk.BulkSettings;
import io.plumbline.salesforce.bulk.BulkTransport;
import io.plumbline.salesforce.call.CallPolicy;
import io.plumbline.salesforce.call.OrgConnection;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.soap.WscOrg;
import io.plumbline.salesforce.transport.BulkThresholds;
import io.plumbline.salesforce.transport.ChosenTransport;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.testing.TestDatabase;
import io.plumbline.writeback.Outbox;
import io.plumbline.writeback.StepWatch;
import io.plumbline.writeback.lease.LeaseTerms;
import io.plumbline.writeback.lease.Leases;
import io.plumbline.writeback.quarantine.Quarantine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole pipeline on a database in memory, wired as the program wires it, without waiting between attempts. */
public final class Connector {

    private static final Configuration SHIPPED = Configuration.shipped();

    private final Configuration configuration;
    private final DataSource database;
    private final String clientId;
    private final String clientSecret;
    private final RecordId org;
    private final URI address;
    private final Clock clock;
    private final StepWatch watch;
    private Runnable beforeWriting = () -> {};
    private Deadlines deadlines = Deadlines.CALL;
    private BulkThresholds thresholds = BulkThresholds.standard();
    /** A process that was killed is known to be dead here, also on a database that others could share. */
    private Leases.Sharing sharing = Leases.Sharing.ALONE;

    private Sync sync;
    private Runs runs;
    private Progress progress;
    private MeterRegistry meters = new SimpleMeterRegistry();
    private Effects effects;
    private Answers answers;

    public Connector(Sandbox sandbox) {
        this(sandbox, SHIPPED, StepWatch.NOBODY);
    }

    public Connector(Sandbox sandbox, Configuration configuration) {
        this(sandbox, configuration, StepWatch.NOBODY);
    }

    public Connector(Sandbox sandbox, Configuration configuration, StepWatch watch) {
        this(sandbox, URI.create(sandbox.instanceUrl()), configuration, TestDatabase.migrated(), watch);
    }

    /** On a database that is there already. */
    public Connector(Sandbox sandbox, DataSource database, StepWatch watch) {
        this(sandbox, URI.create(sandbox.instanceUrl()), SHIPPED, database, watch);
    }

    /** One of several instances that share a database, for an org that goes by another Id there than all sandboxes have. */
    Connector(Sandbox sandbox, DataSource database, RecordId alias) {
        this(
                URI.create(sandbox.instanceUrl()),
                sandbox.clientId(),
                sandbox.clientSecret(),
                alias,
                sandbox.clock(),
                SHIPPED,
                database,
                StepWatch.NOBODY);
        sharing = Leases.Sharing.SHARED;
        restart();
    }

    /** A connector that reaches the sandbox by another address. */
    public Connector(Sandbox sandbox, URI address) {
        this(sandbox, address, SHIPPED, TestDatabase.migrated(), StepWatch.NOBODY);
    }

    private Connector(Sandbox sandbox, URI address, Configuration configuration, DataSource database, StepWatch watch) {
        this(
                address,
                sandbox.clientId(),
                sandbox.clientSecret(),
                RecordId.of(sandbox.org().organizationId()),
                sandbox.clock(),
                configuration,
                database,
                watch);
    }

    /** For an org that runs in another process. */
    public Connector(
            URI address,
            String clientId,
            String clientSecret,
            RecordId org,
            Clock clock,
            Configuration configuration,
            DataSource database,
            StepWatch watch) {
        this.watch = watch;
        this.address = address;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.org = org;
        this.clock = clock;
        this.configuration = configuration;
        this.database = database;
        restart();
    }

    /** Uses bulk jobs from so many rows on, from now on. */
    void useBulkFrom(int rowsRead, int recordsWritten) {
        thresholds = new BulkThresholds(rowsRead, recordsWritten);
        restart();
    }

    /** Waits no longer than this for an answer, from now on. */
    void waitFor(Duration atMost) {
        deadlines = new Deadlines(atMost, atMost, atMost);
        restart();
    }

    /** Waits as long as the program does, from now on. */
    void waitAsUsual() {
        deadlines = Deadlines.CALL;
        restart();
    }

    /** What happens in the org after it was read and judged, before anything is written. */
    void beforeWriting(Runnable meanwhile) {
        beforeWriting = meanwhile;
    }

    /** As if the process had ended and started again. */
    public void restart() {
        SyncConfiguration parts = new SyncConfiguration();
        meters = new SimpleMeterRegistry();
        StoreConfiguration store = new StoreConfiguration();
        NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(database);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        Mirror mirror = store.mirror(database);
        Extraction extraction = parts.extraction(configuration, mirror);
        Dossiers dossiers = new Dossiers(mirror, configuration.mapping(), configuration.policy());
        Models models = parts.models(configuration);
        runs = store.runs(JdbcClient.create(database), clock);
        Verdicts verdicts = store.verdicts(jdbc, transaction);
        effects = store.effects(jdbc);
        answers = store.answers(JdbcClient.create(database), transaction);
        Standings standings = store.standings(jdbc, transaction);
        JudgedSoFar soFar =
                parts.judgedSoFar(configuration, mirror, dossiers, standings, JdbcClient.create(database), transaction);
        Outbox outbox = store.outbox(jdbc, transaction, clock, watch);
        Quarantine quarantine = store.quarantine(JdbcClient.create(database));
        Leases leases = new Leases(JdbcClient.create(database), transaction, LeaseTerms.SHIPPED, sharing);
        StopSwitch stop = parts.stopSwitch();
        RunMeters runMeters = new RunMeters(meters);
        OrgMeters orgMeters = new OrgMeters(
                meters,
                new OrgReadings(JdbcClient.create(database), runs, mirror, outbox, quarantine),
                configuration.connector().api(),
                clock);
        progress = parts.progress(clock, orgMeters);
        OrgCheck check = parts.orgCheck(door(), extraction, runs, configuration, leases, stop, progress);
        OrgReading reading = parts.orgReading(extraction, dossiers);
        Judging judging = parts.judging(
                configuration, mirror, dossiers, models, soFar, verdicts, effects, answers, standings, outbox);
        Writing writing = new Writing(
                configuration,
                outbox,
                quarantine,
                effects,
                verdicts,
                store.stops(JdbcClient.create(database)),
                store.forgetting(
                        store.retention(JdbcClient.create(database), transaction, configuration),
                        mirror,
                        database,
                        configuration),
                soFar,
                attempt -> {},
                watch);
        Conclusion conclusion = parts.conclusion(parts.portfolio(verdicts), watch, runMeters, orgMeters);
        sync = parts.syncRuns(
                request -> {
                    JudgedOrg judged = judging.judge(reading.read(check.check(request)));
                    beforeWriting.run();
                    return conclusion.of(writing.write(judged));
                },
                stop,
                runMeters);
    }

    private OrgDoor door() {
        AccessTokens tokens = new AccessTokens(
                new SignIn.ClientCredentials(address, clientId, clientSecret), new SalesforceHttp(deadlines), clock);
        OrgConnection session = new OrgConnection(
                tokens, new SalesforceHttp(deadlines), new CallPolicy(4, Integer.MAX_VALUE, 5, wait -> {}));
        ChosenTransport org = new ChosenTransport(
                new WscOrg(tokens, session, 2000),
                new BulkTransport(session, BulkSettings.standard().withPause(wait -> {}), clock),
                thresholds);
        return () -> Renamed.to(this.org, org.forNewRun());
    }

    /** What is counted, since the last start. */
    MeterRegistry meters() {
        return meters;
    }

    /** How far the run under way has come. */
    List<Underway> underway() {
        return progress.now();
    }

    public SalesforceOrg salesforce() {
        return door().open();
    }

    public SyncSummary sync() {
        return sync.run(SyncRequest.today());
    }

    /** As if whoever watches over the process wanted it gone; until the next start. */
    boolean stop() {
        return sync.stop();
    }

    SyncSummary syncOf(String account) {
        return sync.run(SyncRequest.ofAccounts(Set.of(RecordId.of(account))));
    }

    SyncSummary syncAsOf(LocalDate day) {
        return sync.run(new SyncRequest(day, false));
    }

    SyncSummary accepting(long run) {
        return sync.run(SyncRequest.accepting(run));
    }

    SyncSummary dryRun() {
        return sync.run(new SyncRequest(null, true));
    }

    /** Forgets that all accounts were judged today. */
    void judgeEverythingNext() {
        JdbcClient.create(database).sql("delete from journal_judged").update();
    }

    /** The latest verdict about every account, with its reasons. */
    List<JudgedAccount> judgedAccounts() {
        return new Verdicts(
                        new NamedParameterJdbcTemplate(database),
                        new TransactionTemplate(new JdbcTransactionManager(database)))
                .latest(org(), Verdicts.Order.NAME);
    }

    /** Why the last run that wrote to an account did, from the journal. */
    String reasonsFor(String account) {
        return effects.ofAccount(org(), RecordId.of(account), 1).stream()
                .map(effect -> effect.reason() + " " + effect.payload())
                .collect(Collectors.joining("\n"));
    }

    /** Every row of every table, as a backup would hold it. */
    String everythingStored() {
        JdbcClient client = JdbcClient.create(database);
        return client
                .sql("select table_name from information_schema.tables where lower(table_schema) = 'public'")
                .query(String.class)
                .list()
                .stream()
                .map(table -> table + " "
                        + client.sql("select * from \"" + table + "\"").query().listOfRows())
                .collect(Collectors.joining("\n"));
    }

    public RecordId org() {
        return org;
    }

    public Runs runs() {
        return runs;
    }
}
