package io.plumbline.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of {@code catalogue.txt}, each with what Salesforce answers. */
class SoqlCatalogueTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Soql soql = new Soql(fixture.org);
    private final String acme =
            account("Acme", "Industry", "Retail", "NumberOfEmployees", 10, "AnnualRevenue", "-5", "Site", "A%1_x");
    private final String beta = account("beta", "ParentId", acme, "AnnualRevenue", "5.00");

    SoqlCatalogueTest() {
        account("Gamma", "Industry", "Energy", "NumberOfEmployees", 30, "Site", "x'y\\z");
        account("Ärger", "NumberOfEmployees", 0, "Site", "zwei\nZeilen");
        account("Delta", "Industry", "Retail");
        deal("One", "2026-03-02", "100");
        deal("Two", "2026-02-28", null);
        deal("Three", "2027-01-01", "-3.5");
        String ida = fixture.create("Contact", "FirstName", "Ida", "LastName", "Berg", "AccountId", acme);
        fixture.create("Contact", "LastName", "Cleo", "AccountId", beta);
        fixture.create("Contact", "LastName", "Klein");
        fixture.create(
                "AccountContactRelation", "AccountId", beta, "ContactId", ida, "Roles", "Decision Maker;Influencer");
        fixture.create("Task", "Subject", "About Acme", "WhatId", acme, "WhoId", ida);
        fixture.create("Task", "Subject", "About nothing");
    }

    static Stream<String> catalogue() throws IOException {
        try (InputStream text = SoqlCatalogueTest.class.getResourceAsStream("catalogue.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void answersAsSalesforceDoes(String line) {
        if (line.contains(" !! ")) {
            String[] parts = line.split(" !! ", 2);
            String[] refusal = parts[1].split(" ", 2);
            assertRefused(parts[0], refusal[0]).hasMessageContaining(refusal.length > 1 ? refusal[1] : "");
        } else if (line.contains(" =# ")) {
            String[] parts = line.split(" =# ", 2);
            assertThat(run(parts[0]).size()).isEqualTo(Integer.parseInt(parts[1]));
        } else {
            String[] parts = line.split(" =>", 2);
            assertThat(firstColumn(parts[0])).isEqualTo(parts[1].strip());
        }
    }

    @Test
    void takesLongQueriesAndRefusesEndlessOnes() {
        String many =
                IntStream.range(0, 1_500).mapToObj(i -> "'name " + i + "'").collect(Collectors.joining(","));
        assertThat(many.length()).isGreaterThan(16_000);
        assertThat(firstColumn("SELECT Name FROM Account WHERE Name IN ('acme'," + many + ")"))
                .isEqualTo("Acme");
        String either =
                IntStream.range(0, 1_000).mapToObj(i -> "Name = 'n" + i + "'").collect(Collectors.joining(" OR "));
        assertThat(firstColumn("SELECT Name FROM Account WHERE Name = 'acme' OR " + either))
                .isEqualTo("Acme");
        assertThat(run("SELECT Name FROM Account WHERE Name = '" + "x".repeat(4_000) + "'")
                        .size())
                .isZero();
        assertRefused("SELECT Name FROM Account WHERE Name = '" + "x".repeat(4_001) + "'", "MALFORMED_QUERY");
        assertRefused("SELECT Name FROM Account WHERE Name IN (" + "'x',".repeat(30_000) + "'x')", "MALFORMED_QUERY");
        assertRefused(
                "SELECT Name FROM Account WHERE " + "(".repeat(20_000) + "Name = 'a'" + ")".repeat(20_000),
                "MALFORMED_QUERY");
    }

    @Test
    void givesAtMostTwoThousandGroups() {
        fixture.org.load(IntStream.range(0, 1_996)
                .mapToObj(i -> RecordInput.of("Account", OrgFixture.fields("Name", "Many " + i)))
                .toList());
        assertRefused("SELECT Name, COUNT(Id) FROM Account GROUP BY Name", "EXCEEDED_ID_LIMIT");
        assertThat(run("SELECT Name, COUNT(Id) FROM Account GROUP BY Name LIMIT 2000")
                        .size())
                .isEqualTo(2_000);
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String query, String code) {
        return assertThatThrownBy(() -> run(query))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        e -> assertThat(e.code().name()).isEqualTo(code));
    }

    private String firstColumn(String query) {
        Stream<String> values = run(query).rows().stream().map(row -> {
            Object value = row.values().values().iterator().next();
            while (value instanceof ResultRow parent) {
                value = parent.values().values().iterator().next();
            }
            return value == null ? "-" : value.toString();
        });
        List<String> column = (query.contains("ORDER BY") ? values : values.sorted()).toList();
        return String.join(",", column);
    }

    private QueryResult run(String query) {
        return soql.query(
                fixture.org.administrator(),
                query.replace("{acme15}", acme.substring(0, 15))
                        .replace("{acme}", acme)
                        .replace("{beta}", beta));
    }

    private String account(String name, Object... more) {
        Object[] pairs = Stream.concat(Stream.of("Name", name), Stream.of(more)).toArray();
        return fixture.create("Account", pairs);
    }

    private void deal(String name, String close, String amount) {
        fixture.create(
                "Opportunity",
                "Name",
                name,
                "AccountId",
                acme,
                "StageName",
                "Qualification",
                "CloseDate",
                close,
                "Amount",
                amount);
    }
}
