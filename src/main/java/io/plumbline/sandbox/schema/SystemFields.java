package io.plumbline.sandbox.schema;

/** The fields that every object has in one of a few combinations, kept by the system. */
final class SystemFields {

    private SystemFields() {}

    /** Adds the named group of fields: system, stamps, status-stamps, created-only or currency. */
    static void of(String group, ObjectDraft draft, boolean multiCurrency) {
        switch (group) {
            case "system" -> {
                id(draft);
                add(draft, "IsDeleted boolean \"Deleted\"");
                created(draft);
                modified(draft);
            }
            case "stamps", "status-stamps" -> {
                id(draft);
                created(draft);
                modified(draft);
            }
            case "created-only" -> {
                id(draft);
                created(draft);
                add(draft, "SystemModstamp datetime \"System Modstamp\" filled defaulted");
                add(draft, "IsDeleted boolean \"Deleted\"");
            }
            case "currency" -> {
                if (multiCurrency) {
                    add(draft, "CurrencyIsoCode picklist(3) \"Currency ISO Code\" edit open filled defaulted");
                }
            }
            default -> throw new IllegalStateException("no such group of fields: @" + group);
        }
    }

    private static void id(ObjectDraft draft) {
        add(draft, "Id id \"Record ID\" filled defaulted id-lookup");
    }

    private static void created(ObjectDraft draft) {
        add(draft, "CreatedDate datetime filled defaulted");
        add(draft, "CreatedById reference \"Created By ID\" filled defaulted -> User as CreatedBy");
    }

    private static void modified(ObjectDraft draft) {
        add(draft, "LastModifiedDate datetime filled defaulted");
        add(draft, "LastModifiedById reference \"Last Modified By ID\" filled defaulted -> User as LastModifiedBy");
        add(draft, "SystemModstamp datetime \"System Modstamp\" filled defaulted");
    }

    private static void add(ObjectDraft draft, String line) {
        draft.add(FieldLine.parse(line));
    }
}
