package io.plumbline.sandbox.record.derived;

import io.plumbline.sandbox.record.store.AuditFields;
import io.plumbline.sandbox.record.store.FirstUsers;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.Table;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.setup.OrgSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an opportunity's stage, amount and close date bring with them, and the row of OpportunityHistory that a change of them writes. */
public final class OpportunityDerivation implements Derivation {

    private static final List<String> WATCHED = List.of("StageName", "Amount", "Probability", "CloseDate");

    private final int fiscalStartMonth;
    private final boolean fiscalNamedByStart;

    OpportunityDerivation(OrgSettings settings) {
        this.fiscalStartMonth = settings.fiscalStartMonth();
        this.fiscalNamedByStart = settings.fiscalNamedByStart();
    }

    @Override
    public void before(Change change) {
        stage(change).ifPresent(stage -> follow(change, stage));
        BigDecimal amount = change.number("Amount");
        BigDecimal probability = change.number("Probability");
        change.derive(
                "ExpectedRevenue",
                amount == null || probability == null
                        ? null
                        : amount.multiply(probability).movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
        change.values().putIfAbsent("PushCount", 0);
        if (change.get("CloseDate") instanceof LocalDate close) {
            int year = fiscalYear(close);
            int quarter = Math.floorMod(close.getMonthValue() - fiscalStartMonth, 12) / 3 + 1;
            change.set("FiscalYear", year);
            change.set("FiscalQuarter", quarter);
            change.set("Fiscal", year + " " + quarter);
            if (change.before() != null
                    && change.before().get("CloseDate") instanceof LocalDate was
                    && YearMonth.from(close).isAfter(YearMonth.from(was))
                    && change.get("PushCount") instanceof Integer pushes) {
                change.derive("PushCount", pushes + 1);
            }
        }
        if (change.before() != null && change.changes("StageName")) {
            change.derive("LastStageChangeDate", change.now());
        }
    }

    private int fiscalYear(LocalDate day) {
        int began = day.getMonthValue() < fiscalStartMonth ? day.getYear() - 1 : day.getYear();
        return fiscalStartMonth == 1 || fiscalNamedByStart ? began : began + 1;
    }

    private void follow(Change change, StoredRecord stage) {
        change.derive("IsClosed", stage.isTrue("IsClosed"));
        change.derive("IsWon", stage.isTrue("IsWon"));
        boolean moved = change.changes("StageName");
        if (change.get("Probability") == null || moved && !change.given().contains("Probability")) {
            change.set("Probability", stage.get("DefaultProbability"));
        }
        if (moved && !change.given().contains("ForecastCategoryName")) {
            change.set("ForecastCategoryName", stage.get("ForecastCategoryName"));
        }
        change.set("ForecastCategory", category(change.text("ForecastCategoryName")));
    }

    /** The API value of a forecast category's label. */
    public static String category(@Nullable String name) {
        return switch (name == null ? "Pipeline" : name) {
            case "Best Case" -> "BestCase";
            case "Commit" -> "Forecast";
            case "Most Likely" -> "MostLikely";
            default -> name == null ? "Pipeline" : name;
        };
    }

    private static Optional<StoredRecord> stage(Change change) {
        String name = change.text("StageName");
        if (name == null) {
            return Optional.empty();
        }
        Table stages = change.work().records().table("OpportunityStage");
        Optional<StoredRecord> known = stages.all().stream()
                .filter(stage -> name.equalsIgnoreCase(stage.text("ApiName")))
                .findFirst();
        return known.isPresent() ? known : Optional.of(unknownStage(change, stages.object(), name));
    }

    /**
     * A stage that the org has not heard of. A seed of another org brings its stages along: what the first record says of it, and failing
     * that its name, decides whether it is closed and won. On an ordinary write the value is stored and stays open.
     */
    private static StoredRecord unknownStage(Change change, ObjectSchema object, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean won =
                change.given().contains("IsWon") ? Boolean.TRUE.equals(change.get("IsWon")) : lower.contains("won");
        boolean closed = change.given().contains("IsClosed")
                ? Boolean.TRUE.equals(change.get("IsClosed"))
                : won || lower.contains("lost");
        boolean seeded = change.loading();
        String category = !seeded ? "Pipeline" : won ? "Closed" : closed ? "Omitted" : "Pipeline";
        Map<String, Object> values = new HashMap<>(AuditFields.of(change.now(), FirstUsers.ADMINISTRATOR));
        values.putAll(Map.of(
                "MasterLabel",
                name,
                "ApiName",
                name,
                "IsActive",
                true,
                "SortOrder",
                change.work().records().table("OpportunityStage").all().size() + 1,
                "IsClosed",
                seeded && closed,
                "IsWon",
                seeded && won,
                "ForecastCategory",
                category(category),
                "ForecastCategoryName",
                category,
                "DefaultProbability",
                BigDecimal.valueOf(seeded && closed ? won ? 100 : 0 : 10)));
        String id = change.work().records().nextId(object);
        values.put("Id", id);
        StoredRecord stage = new StoredRecord(object, id, Map.copyOf(values));
        if (seeded) {
            change.work().put(stage);
        }
        return stage;
    }

    @Override
    public void after(Change change, StoredRecord saved) {
        if (change.loading() || WATCHED.stream().noneMatch(change::changes)) {
            return;
        }
        Records records = change.work().records();
        ObjectSchema object = records.table("OpportunityHistory").object();
        Map<String, Object> row = new HashMap<>();
        String id = records.nextId(object);
        row.put("Id", id);
        row.put("OpportunityId", saved.id());
        row.put("IsDeleted", false);
        row.put("CreatedDate", change.now());
        row.put("SystemModstamp", change.now());
        for (String field : List.of(
                "StageName",
                "Amount",
                "ExpectedRevenue",
                "CloseDate",
                "Probability",
                "ForecastCategory",
                "CurrencyIsoCode")) {
            copy(saved, field, row, field);
        }
        copy(saved, "LastModifiedById", row, "CreatedById");
        if (change.before() != null) {
            copy(change.before(), "Amount", row, "PrevAmount");
            copy(change.before(), "CloseDate", row, "PrevCloseDate");
        }
        change.work().put(new StoredRecord(object, id, Map.copyOf(row)));
    }

    private static void copy(StoredRecord from, String field, Map<String, Object> to, String as) {
        Object value = from.get(field);
        if (value != null) {
            to.put(as, value);
        }
    }
}
