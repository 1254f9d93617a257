package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Ledger.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the supplier sells: eight families with three products each. */
final class Catalogue {

    /** Something that can be sold. */
    record Product(String id, String name, String family) {}

    private record Family(String name, List<String> products) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("Line Control", List.of("Cadence Line", "Cadence Cell", "Cadence Remote")),
            new Family("Sensors", List.of("Lumen Sense", "Lumen Grid", "Lumen Edge")),
            new Family("Planning", List.of("Meridian Plan", "Meridian Flow", "Meridian Desk")),
            new Family("Quality", List.of("Verity Check", "Verity Trace", "Verity Lab")),
            new Family("Energy", List.of("Ember Monitor", "Ember Balance", "Ember Audit")),
            new Family("Logistics", List.of("Harbour Dock", "Harbour Route", "Harbour Stock")),
            new Family("Service", List.of("Anchor Care", "Anchor Plus", "Anchor On Site")),
            new Family("Training", List.of("Campus Basic", "Campus Expert", "Campus Train the Trainer")));

    private final List<List<Product>> byFamily = new ArrayList<>();

    Catalogue(Ledger ledger, Stamp stamp) {
        for (Family family : FAMILIES) {
            List<Product> products = new ArrayList<>();
            for (String name : family.products()) {
                String id = ledger.add(
                        "Product2",
                        stamp,
                        Fields.of(
                                "Name",
                                name,
                                "Family",
                                family.name(),
                                "ProductCode",
                                name.toUpperCase(Locale.ROOT).replace(' ', '-'),
                                "IsActive",
                                true));
                products.add(new Product(id, name, family.name()));
            }
            byFamily.add(List.copyOf(products));
        }
    }

    /** A product of the family with this number; numbers beyond the last family begin again. */
    Product product(int family, int variant) {
        List<Product> products = byFamily.get(Math.floorMod(family, byFamily.size()));
        return products.get(Math.floorMod(variant, products.size()));
    }
}
