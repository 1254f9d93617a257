package io.plumbline.sandbox.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandardObjectsTest {

    private final Schema schema = SchemaReader.standard(false).schema();

    private FieldSchema field(String object, String field) {
        return schema.object(object).orElseThrow().field(field).orElseThrow();
    }

    @Test
    void readsEveryObjectThatTheMainJobNeeds() {
        assertThat(schema.objects())
                .extracting(ObjectSchema::name)
                .contains("Account", "Opportunity", "Task", "AccountPlanObjectiveMeasure", "User", "OpportunityHistory")
                .doesNotContain("CurrencyType");
        assertThat(SchemaReader.standard(true).schema().object("CurrencyType")).isPresent();
    }

    @Test
    void knowsTheRealPrefixes() {
        assertThat(schema.objectOfId("0060000000000AAAAA").orElseThrow().name()).isEqualTo("Opportunity");
        assertThat(schema.object("OpportunityLineItem").orElseThrow().keyPrefix())
                .isEqualTo("00k");
        assertThat(schema.object("OpportunityContactRole").orElseThrow().keyPrefix())
                .isEqualTo("00K");
    }

    @Test
    void tellsTextFromLongTextAndReferencesFromValues() {
        assertThat(field("Account", "Name").length()).isEqualTo(255);
        assertThat(field("Account", "Name").required()).isTrue();
        assertThat(field("Account", "BillingStreet").filterable()).isTrue();
        assertThat(field("Account", "Description").filterable()).isFalse();
        assertThat(field("Opportunity", "Amount").precision()).isEqualTo(18);
        assertThat(field("Opportunity", "Amount").scale()).isEqualTo(2);
        assertThat(field("Task", "WhatId").polymorphic()).isTrue();
        assertThat(field("Task", "WhatId").relationshipName()).isEqualTo("What");
        assertThat(field("Account", "ParentId").label()).isEqualTo("Parent Account ID");
    }

    @Test
    void givesCurrencyIsoCodeOnlyToAnOrgWithSeveralCurrencies() {
        assertThat(schema.object("Account").orElseThrow().has("CurrencyIsoCode"))
                .isFalse();
        assertThat(SchemaReader.standard(true)
                        .schema()
                        .object("Account")
                        .orElseThrow()
                        .has("CurrencyIsoCode"))
                .isTrue();
    }

    @Test
    void knowsWhoPointsAtAnAccount() {
        assertThat(schema.object("Account").orElseThrow().childRelationships())
                .contains(new ChildRelationship("Contact", "AccountId", "Contacts", true, false))
                .contains(new ChildRelationship("Account", "ParentId", "ChildAccounts", false, false));
    }
}
