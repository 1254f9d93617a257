package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.Contact;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeniorityReadingTest {

    private static final PolicyWords WORDS =
            new PolicyWords(AssessmentPolicy.load(YamlFile.read(Path.of("connector-config", "assessment.yaml"))));

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "CEO, EXECUTIVE",
                "C.E.O., EXECUTIVE",
                "Chro, EXECUTIVE",
                "Assistant to the CEO, STAFF",
                "Former CFO, STAFF",
                "Product Owner, STAFF",
                "Owner, EXECUTIVE",
                "Geschäftsführerin, EXECUTIVE",
                "GESCHÄFTSFÜHRER, EXECUTIVE",
                "Vice-President Sales, EXECUTIVE",
                "Director of Procurement, DIRECTOR",
                "Managing Director, EXECUTIVE",
                "Head of Quality, DIRECTOR",
                "Plant Manager, MANAGER",
                "General Manager, EXECUTIVE",
                "Partner Account Manager, STAFF",
                "Engineer, STAFF",
                "Ökonom, STAFF",
                "采购经理, unknown",
                "Директор, unknown",
                "n/a, unknown",
                "'  ', unknown"
            })
    void readsTheSeniorityFromTheTitle(String title, Seniority seniority) {
        assertThat(WORDS.seniority().of(contact(title, null))).isEqualTo(seniority);
    }

    @ParameterizedTest
    @CsvSource({"executive, EXECUTIVE", "' Director ', DIRECTOR", "MANAGER, MANAGER", "staff, STAFF", "board, EXECUTIVE"
    })
    void theStatedLevelGoesBeforeTheTitle(String level, Seniority seniority) {
        assertThat(WORDS.seniority().of(contact("CEO", level))).isEqualTo(seniority);
    }

    private static Contact contact(String title, String level) {
        return new Contact("C1", null, title, level, null, true, null, null);
    }
}
