package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Cast.Person;
import io.plumbline.sandbox.seed.demo.Ledger.Stamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One customer account and everything around it while its story is told. */
final class Scene {

    /** Spreads neighbouring account numbers over the whole range of seeds. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Setting setting;
    private final Company company;
    private final int number;
    private final int tier;
    private final Person owner;
    private final Random random;
    private final String accountId;
    private final Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    private final Set<Person> team = new LinkedHashSet<>();
    private final Customers customers;
    private final Deals deals;
    private final Diary diary;
    private final Map<String, String> surroundings;
    private int since = 800;

    /** @param number of the account within the demo; decides everything that is left to chance */
    Scene(Setting setting, Company company, int number, int tier, Person owner) {
        this.setting = setting;
        this.company = company;
        this.number = number;
        this.tier = tier;
        this.owner = owner;
        this.random = new Random((number + 1) * SPREAD);
        this.accountId = setting.ledger().reserve("Account");
        this.surroundings = surroundings(setting.prose(), number);
        this.customers = new Customers(this);
        this.deals = new Deals(this);
        this.diary = new Diary(this);
        team.add(owner);
    }

    Setting setting() {
        return setting;
    }

    Calendar calendar() {
        return setting.calendar();
    }

    Company company() {
        return company;
    }

    int number() {
        return number;
    }

    int tier() {
        return tier;
    }

    Person owner() {
        return owner;
    }

    Random random() {
        return random;
    }

    String accountId() {
        return accountId;
    }

    Customers customers() {
        return customers;
    }

    Deals deals() {
        return deals;
    }

    Diary diary() {
        return diary;
    }

    /** The owner first, then those who joined the account team. */
    List<Person> team() {
        return List.copyOf(team);
    }

    /** The value for this account's tier. */
    int byTier(int first, int second, int third) {
        return tier == 1 ? first : tier == 2 ? second : third;
    }

    /** What a year is worth here, in the account's currency. */
    double yearlyRevenue() {
        return Math.round(byTier(1_200, 340, 90) * (0.7 + (number % 9) * 0.08)) * 1000.0;
    }

    /** The customer is known only since so many days; said before anything else is told. */
    void since(int ago) {
        since = ago;
    }

    /** For how many days the customer is known. */
    int since() {
        return since;
    }

    Stamp stamp(int createdAgo) {
        return stamp(createdAgo, createdAgo);
    }

    Stamp stamp(int createdAgo, int changedAgo) {
        return new Stamp(owner.id(), calendar().morning(createdAgo), calendar().morning(changedAgo));
    }

    String add(String object, Stamp stamp, Map<String, @Nullable Object> values) {
        return setting.ledger().add(object, stamp, values);
    }

    /** Remembers a value of the account record itself. */
    void fact(String field, Object value) {
        facts.put(field, value);
    }

    /** Somebody of ours joins the account team in this role. */
    void joins(Person person, String role) {
        team.add(person);
        add(
                "AccountTeamMember",
                stamp(Math.min(420, since)),
                Fields.of("AccountId", accountId, "UserId", person.id(), "TeamMemberRole", role));
    }

    /** The owner, a project manager, an architect, a success manager and a sponsor. */
    void fullTeam() {
        Cast cast = setting.cast();
        joins(owner, number % 3 == 0 ? "Account Manager" : "Strategic Account Manager");
        joins(cast.projectManager(number), "Project Manager");
        joins(cast.architect(number), "Solution Architect");
        joins(cast.successManager(number), "Customer Success Manager");
        joins(cast.sponsor(number), "Executive Sponsor");
    }

    /** Everybody who sells and advises, but nobody who runs projects. */
    void teamWithoutProjectManager() {
        Cast cast = setting.cast();
        joins(owner, "Account Manager");
        joins(cast.engineer(number), "Sales Engineer");
        joins(cast.valueConsultant(number), "Business Value Consultant");
        joins(cast.channelManager(number), "Channel Manager");
        joins(cast.sponsor(number), "Executive Sponsor");
    }

    /** What the customer said about us in the surveys. */
    void satisfaction(int csat, int nps) {
        fact("Plumbline_CSAT__c", csat);
        fact("Plumbline_CSAT_Date__c", calendar().day(40 + number % 30));
        fact("Plumbline_NPS__c", nps);
        fact("Plumbline_NPS_Date__c", calendar().day(75 + number % 40));
    }

    /** How much of what they spend on our kind of goods they spend with us, in percent. */
    void wallet(int percent) {
        fact("Plumbline_Share_Of_Wallet__c", percent);
    }

    /** A complaint; still open when {@code closedAgo} is negative. */
    void complaint(int createdAgo, int closedAgo, boolean escalated) {
        boolean open = closedAgo < 0;
        add(
                "Case",
                stamp(createdAgo, open ? Math.min(createdAgo, 2) : closedAgo),
                Fields.of(
                        "AccountId",
                        accountId,
                        "ContactId",
                        customers.everybody().getLast().id(),
                        "Subject",
                        setting.prose().phrase("case", random, words()),
                        "Status",
                        open ? (escalated ? "Escalated" : "Working") : "Closed",
                        "Priority",
                        escalated ? "High" : "Medium",
                        "Origin",
                        "Email",
                        "IsEscalated",
                        escalated,
                        "IsClosed",
                        !open,
                        "ClosedDate",
                        open ? null : calendar().at(calendar().day(closedAgo), 16, 30)));
    }

    /** What the slots of the phrases stand for here. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        int year = calendar().today().getYear();
        words.put("company", company.name());
        words.put("city", company.city().split(",")[0]);
        words.put("country", company.country());
        words.put("industry", company.industry().toLowerCase(Locale.ROOT));
        words.put("am", owner.name());
        words.put("product", deals.favourite(0).name());
        words.put("product2", deals.favourite(1).name());
        words.put("exec", customers.inRole("Decision Maker"));
        words.put("champion", customers.inRole("Champion"));
        words.put("buyer", customers.inRole("Influencer"));
        words.put("contact", customers.someone(random));
        words.put("year", String.valueOf(year - 2 - random.nextInt(9)));
        words.put("year2", String.valueOf(year + 1));
        words.putAll(surroundings);
        return words;
    }

    /** Who competes for this customer, and what the customer's programme is called. */
    private static Map<String, String> surroundings(Prose prose, int number) {
        Random own = new Random(number);
        List<String> rivals = prose.phrases("rival", 2, own, Map.of());
        return Map.of(
                "rival", rivals.getFirst(),
                "rival2", rivals.getLast(),
                "programme", prose.phrase("programme", own, Map.of()));
    }

    /** Writes down what was only known once the story was told. */
    void close() {
        customers.write();
        deals.write();
        Map<String, @Nullable Object> account = Fields.of(
                "Name", company.name(),
                "OwnerId", owner.id(),
                "Type", "Customer - Direct",
                "Industry", company.industry(),
                "BillingCity", company.city(),
                "BillingCountry", company.country(),
                "Website", "https://www." + company.domain(),
                "AnnualRevenue", yearlyRevenue() * 40,
                "NumberOfEmployees", byTier(4200, 900, 210) + 13 * number,
                "CurrencyIsoCode", company.currency(),
                "Plumbline_Tier__c", String.valueOf(tier));
        account.putAll(facts);
        setting.ledger().write("Account", accountId, stamp(since, 30), account);
    }

    /** The first of these people, as far as there are so many. */
    static <T> List<T> first(List<T> people, int count) {
        return new ArrayList<>(people.subList(0, Math.min(count, people.size())));
    }
}
