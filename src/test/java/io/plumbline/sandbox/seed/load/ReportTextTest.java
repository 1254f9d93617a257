package io.plumbline.sandbox.seed.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.seed.load.SeedRow.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTextTest {

    @Test
    void groupsAlikeProblemsTheWorstFirst() {
        List<SeedProblem> problems = new ArrayList<>();
        problems.add(SeedProblem.note(
                "Contact.csv", 0, "a column was read as the field of nearly the same name", "last_name as LastName"));
        problems.add(SeedProblem.column("Account.csv", 1223, "is no field of Account", "Shoe_Size__c"));
        problems.add(SeedProblem.column("Account.csv", 0, "is no field of Account", "Hat_Size__c"));
        for (int line = 2; line < 1482; line++) {
            problems.add(SeedProblem.row(
                    new Place("OpportunityLineItem.csv", line),
                    "refers to a record that is not in the seed",
                    "GTXPro"));
        }
        problems.add(SeedProblem.value(new Place("Account.csv", 7), "AnnualRevenue is no number", "lots"));
        problems.add(SeedProblem.file("Campaign.csv", "is empty", ""));
        Map<String, Integer> loaded = new LinkedHashMap<>();
        loaded.put("Account", 1223);
        loaded.put("Contact", 1);

        assertThat(new SeedReport("folder", loaded, problems).toText()).isEqualTo("""
                        Loaded 1,224 records from folder: 1,223 Account, 1 Contact.
                          Campaign.csv: is empty; not loaded
                          OpportunityLineItem.csv, lines 2, 3, 4, 5, 6 and 1,475 more: refers to a record that is not in the seed (GTXPro); 1,480 rows not loaded
                          Account.csv: is no field of Account (Shoe_Size__c, Hat_Size__c); up to 1,223 rows loaded without
                          Account.csv, line 7: AnnualRevenue is no number (lots); 1 row loaded, this value apart
                          Contact.csv: a column was read as the field of nearly the same name (last_name as LastName)
                        """);
    }

    @Test
    void isCompleteWhenNothingWasLost() {
        SeedProblem note = SeedProblem.note("Contact.csv", 0, "has a header and no rows", "");
        SeedProblem value = SeedProblem.value(new Place("Contact.csv", 3), "Birthdate is no date or time", "May");

        assertThat(new SeedReport("x", Map.of(), List.of(note)).complete()).isTrue();
        assertThat(new SeedReport("x", Map.of(), List.of(note, value)).complete())
                .isFalse();
    }
}
