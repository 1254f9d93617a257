package io.plumbline.sandbox.record.derived;

import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** Prices and names of opportunity products, and the opportunity's amount, which is their sum. */
final class LineItemDerivation implements Derivation {

    @Override
    public void before(Change change) {
        change.parent("Product2Id").ifPresent(product -> {
            change.derive("ProductCode", product.get("ProductCode"));
            change.parent("OpportunityId")
                    .ifPresent(
                            opportunity -> change.derive("Name", opportunity.get("Name") + " " + product.get("Name")));
        });
        BigDecimal quantity = change.number("Quantity");
        BigDecimal unit = change.number("UnitPrice");
        BigDecimal total = change.number("TotalPrice");
        if (quantity != null && unit != null && (total == null || change.given().contains("UnitPrice"))) {
            change.set("TotalPrice", quantity.multiply(unit).setScale(2, RoundingMode.HALF_UP));
        } else if (quantity != null && total != null && quantity.signum() != 0) {
            change.set("UnitPrice", total.divide(quantity, 2, RoundingMode.HALF_UP));
        }
    }

    @Override
    public void after(Change change, StoredRecord saved) {
        change.parent("OpportunityId").ifPresent(opportunity -> {
            Map<String, Object> values = new HashMap<>(opportunity.values());
            values.put("HasOpportunityLineItem", true);
            if (!change.loading()) {
                ObjectSchema items = saved.object();
                BigDecimal sum = change.work().records().lookup(items, "OpportunityId", opportunity.id()).stream()
                        .filter(item -> !item.deleted())
                        .map(item -> item.get("TotalPrice") instanceof BigDecimal price ? price : BigDecimal.ZERO)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                values.put("Amount", sum.setScale(2, RoundingMode.HALF_UP));
                values.put("SystemModstamp", change.now());
                values.put("LastModifiedDate", change.now());
            }
            change.work().put(new StoredRecord(opportunity.object(), opportunity.id(), Map.copyOf(values)));
        });
    }
}
