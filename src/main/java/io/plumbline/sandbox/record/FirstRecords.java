package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.derived.OpportunityDerivation;
import io.plumbline.sandbox.record.store.AuditFields;
import io.plumbline.sandbox.record.store.FirstUsers;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.setup.OrgSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every org has from its first day: its own row, two users, opportunity stages, task statuses, currencies. */
final class FirstRecords {

    private final Records records;
    private final UnitOfWork work;
    private final OrgSettings settings;
    private final Instant now;

    FirstRecords(Records records, OrgSettings settings, Instant now) {
        this.records = records;
        this.work = new UnitOfWork(records);
        this.settings = settings;
        this.now = now;
    }

    /** Stores them; gives back the Id of the organization. */
    String store() {
        user("System", "Administrator", "admin", FirstUsers.ADMINISTRATOR_NAME);
        user("Plumbline", "Integration", "plumb", FirstUsers.INTEGRATION_NAME);
        stages();
        statuses();
        if (settings.multiCurrency()) {
            put(
                    "CurrencyType",
                    Map.of(
                            "IsoCode",
                            settings.corporateCurrency().getCurrencyCode(),
                            "ConversionRate",
                            new BigDecimal("1.000000"),
                            "DecimalPlaces",
                            2,
                            "IsActive",
                            true,
                            "IsCorporate",
                            true));
        }
        return put(
                "Organization",
                Map.of(
                        "Name",
                        settings.name(),
                        "TimeZoneSidKey",
                        settings.zone().getId(),
                        "DefaultLocaleSidKey",
                        "en_US",
                        "LanguageLocaleKey",
                        "en_US",
                        "FiscalYearStartMonth",
                        settings.fiscalStartMonth(),
                        "UsesStartDateAsFiscalYearName",
                        settings.fiscalNamedByStart(),
                        "OrganizationType",
                        "Enterprise Edition",
                        "InstanceName",
                        "PLB1",
                        "IsSandbox",
                        true));
    }

    private void user(String first, String last, String alias, String username) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "FirstName", first,
                "LastName", last,
                "Name", first + " " + last,
                "Alias", alias,
                "Username", username,
                "Email", username,
                "IsActive", true,
                "TimeZoneSidKey", settings.zone().getId()));
        values.putAll(Map.of(
                "LocaleSidKey", "en_US",
                "LanguageLocaleKey", "en_US",
                "EmailEncodingKey", "UTF-8",
                "UserType", "Standard"));
        if (settings.multiCurrency()) {
            values.put("CurrencyIsoCode", settings.corporateCurrency().getCurrencyCode());
            values.put("DefaultCurrencyIsoCode", settings.corporateCurrency().getCurrencyCode());
        }
        put("User", values);
    }

    private void stages() {
        stage("Prospecting", 10, "Pipeline", false, false);
        stage("Qualification", 10, "Pipeline", false, false);
        stage("Needs Analysis", 20, "Pipeline", false, false);
        stage("Value Proposition", 50, "Pipeline", false, false);
        stage("Id. Decision Makers", 60, "Pipeline", false, false);
        stage("Perception Analysis", 70, "Pipeline", false, false);
        stage("Proposal/Price Quote", 75, "Pipeline", false, false);
        stage("Negotiation/Review", 90, "Pipeline", false, false);
        stage("Closed Won", 100, "Closed", true, true);
        stage("Closed Lost", 0, "Omitted", true, false);
    }

    private void stage(String name, int probability, String category, boolean closed, boolean won) {
        put(
                "OpportunityStage",
                Map.of(
                        "MasterLabel", name,
                        "ApiName", name,
                        "IsActive", true,
                        "SortOrder", records.table("OpportunityStage").all().size() + 1,
                        "IsClosed", closed,
                        "IsWon", won,
                        "ForecastCategory", OpportunityDerivation.category(category),
                        "ForecastCategoryName", category,
                        "DefaultProbability", BigDecimal.valueOf(probability)));
    }

    private void statuses() {
        for (String name : List.of("Not Started", "In Progress", "Completed", "Waiting on someone else", "Deferred")) {
            put(
                    "TaskStatus",
                    Map.of(
                            "MasterLabel",
                            name,
                            "ApiName",
                            name,
                            "SortOrder",
                            records.table("TaskStatus").all().size() + 1,
                            "IsDefault",
                            name.equals("Not Started"),
                            "IsClosed",
                            name.equals("Completed")));
        }
    }

    private String put(String objectName, Map<String, Object> given) {
        ObjectSchema object = records.table(objectName).object();
        String id = records.nextId(object);
        Map<String, Object> values = new HashMap<>(AuditFields.of(now, FirstUsers.ADMINISTRATOR));
        object.fields().stream()
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .forEach(field -> values.put(field.name(), false));
        values.putAll(given);
        values.put("Id", id);
        work.put(new StoredRecord(object, id, Map.copyOf(values)));
        return id;
    }
}
