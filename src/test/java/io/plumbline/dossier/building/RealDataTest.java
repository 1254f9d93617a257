package io.plumbline.dossier.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plumbline.config.Configuration;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.Opportunity;
import io.plumbline.extract.Extraction;
import io.plumbline.mirror.Mirror;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.soap.WscOrg;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.seed.FolderSeed;
import io.plumbline.sandbox.seed.Seed;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two orgs' worth of real records, from files over the wire into dossiers, against sums made from the files alone. */
class RealDataTest {

    private static final Path FIXTURES = Path.of("..", "shared", "fixtures", "crm");

    /** What belongs to the accounts of one name; names are not unique. */
    private record RollUp(int contacts, int opportunities, BigDecimal amount, BigDecimal won) {

        static final RollUp NOTHING = new RollUp(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

        RollUp plus(RollUp other) {
            return new RollUp(
                    contacts + other.contacts,
                    opportunities + other.opportunities,
                    amount.add(other.amount).stripTrailingZeros(),
                    won.add(other.won).stripTrailingZeros());
        }
    }

    @Test
    @Trap({"B4", "H6"})
    void addsUpDonationsAsTheirFilesDo() throws IOException {
        Path folder = FIXTURES.resolve("npsp-1k");
        assumeThat(folder).as("the donations beside the project").exists();
        Map<String, String> names = names(folder, "id", "Name");
        Map<String, RollUp> expected = new TreeMap<>();
        names.values().forEach(name -> expected.put(name, RollUp.NOTHING));
        for (NamedCsvRecord contact : rows(folder, "Contact")) {
            add(expected, names.get(contact.getField("account_id")), 1, null, false);
        }
        for (NamedCsvRecord gift : rows(folder, "Opportunity")) {
            add(
                    expected,
                    names.get(gift.getField("account_id")),
                    0,
                    gift.getField("amount"),
                    gift.getField("stage_name").equals("Closed Won"));
        }
        assertThat(rollUps(folder, LocalDate.of(2026, 1, 1))).isEqualTo(expected);
    }

    @Test
    @Trap({"B4", "H6"})
    void addsUpSalesAsTheirFilesDo() throws IOException {
        Path folder = FIXTURES.resolve("maven-salesforce");
        assumeThat(folder).as("the sales history beside the project").exists();
        Map<String, String> names = names(folder, "Id", "Name");
        Map<String, RollUp> expected = new TreeMap<>();
        names.values().forEach(name -> expected.put(name, RollUp.NOTHING));
        for (NamedCsvRecord deal : rows(folder, "Opportunity")) {
            add(
                    expected,
                    names.get(deal.getField("AccountId")),
                    0,
                    deal.getField("Amount"),
                    deal.getField("IsWon").equals("true"));
        }
        assertThat(rollUps(folder, LocalDate.of(2017, 12, 31))).isEqualTo(expected);
    }

    private static Map<String, RollUp> rollUps(Path folder, LocalDate day) throws IOException {
        Configuration shipped = Configuration.shipped();
        Mirror mirror = new Mirror(TestDatabase.migrated());
        Seed seed = new FolderSeed(folder);
        OrgFixture fixture = new OrgFixture(seed.settings());
        seed.fill(fixture.org);
        Map<String, RollUp> rollUps = new TreeMap<>();
        try (Sandbox sandbox = Sandbox.start(fixture.org, SandboxOptions.defaults())) {
            SalesforceOrg org = WscOrg.open(
                    new SignIn.ClientCredentials(
                            URI.create(sandbox.instanceUrl()), sandbox.clientId(), sandbox.clientSecret()),
                    Clock.systemUTC());
            assertThat(new Extraction(shipped.mapping(), shipped.connector(), mirror)
                            .run(org)
                            .isPartial())
                    .isFalse();
            new Dossiers(mirror, shipped.mapping(), shipped.policy())
                    .stream(org.identity().orgId(), day, id -> List.of())
                            .forEach(account -> rollUps.merge(
                                    String.valueOf(account.dossier().account().name()), rollUp(account), RollUp::plus));
        }
        return rollUps;
    }

    private static RollUp rollUp(AccountDossier account) {
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal won = BigDecimal.ZERO;
        for (Opportunity deal : account.dossier().opportunities()) {
            BigDecimal value = deal.amount() == null
                    ? BigDecimal.ZERO
                    : new BigDecimal(deal.amount().toString());
            amount = amount.add(value);
            won = deal.isWon() ? won.add(value) : won;
        }
        return RollUp.NOTHING.plus(new RollUp(
                account.dossier().contacts().size(),
                account.dossier().opportunities().size(),
                amount,
                won));
    }

    private static void add(Map<String, RollUp> expected, String account, int contacts, String amount, boolean won) {
        if (account != null) {
            BigDecimal value = amount == null || amount.isEmpty() ? BigDecimal.ZERO : new BigDecimal(amount);
            expected.merge(
                    account,
                    new RollUp(contacts, amount == null ? 0 : 1, value, won ? value : BigDecimal.ZERO),
                    RollUp::plus);
        }
    }

    private static Map<String, String> names(Path folder, String id, String name) throws IOException {
        Map<String, String> names = new HashMap<>();
        rows(folder, "Account").forEach(account -> names.put(account.getField(id), account.getField(name)));
        return names;
    }

    private static List<NamedCsvRecord> rows(Path folder, String object) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(object + ".csv"))) {
            return reader.stream().toList();
        }
    }
}
