package io.plumbline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** The dependency table of the house, each rule with its reason. */
@AnalyzeClasses(packages = "io.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("crm", Set.of()),
            Map.entry("config", Set.of("crm")),
            Map.entry("salesforce", Set.of("crm")),
            Map.entry("extract", Set.of("salesforce", "mirror", "config", "crm")),
            Map.entry("mirror", Set.of("crm")),
            Map.entry("dossier", Set.of("mirror", "config", "crm")),
            Map.entry("assess", Set.of("dossier", "config", "crm")),
            Map.entry("change", Set.of("assess", "journal", "config", "crm")),
            Map.entry("writeback", Set.of("change", "salesforce", "crm")),
            Map.entry("journal", Set.of("crm")),
            Map.entry(
                    "flow",
                    Set.of(
                            "extract",
                            "mirror",
                            "dossier",
                            "assess",
                            "change",
                            "writeback",
                            "journal",
                            "salesforce",
                            "config",
                            "crm")),
            Map.entry("ops", Set.of("flow", "dossier", "assess", "journal", "config", "salesforce", "sandbox", "crm")),
            Map.entry("sandbox", Set.of()));

    @ArchTest
    static final ArchRule every_module_uses_only_what_the_table_allows = classes()
            .that()
            .resideInAPackage("io.plumbline.*..")
            .should(onlyUseWhatTheTableAllows())
            .because("data runs one way through the packages, so that a newcomer can read them in order");

    @ArchTest
    static final ArchRule only_the_soap_package_names_wsc = noClasses()
            .that()
            .resideOutsideOfPackage("io.plumbline.salesforce.soap..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sforce..")
            .because("WSC's quirks end where our own types begin, and the sandbox must not share its mistakes");

    @ArchTest
    static final ArchRule only_the_http_room_names_its_client = noClasses()
            .that()
            .resideOutsideOfPackage("io.plumbline.salesforce.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..")
            .because("what a request may do by itself is decided in one place");

    @ArchTest
    static final ArchRule the_model_and_the_change_planning_are_pure = noClasses()
            .that()
            .resideInAnyPackage("io.plumbline.assess..", "io.plumbline.change..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.slf4j..", "java.net..", "java.sql..", "javax.sql..")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the same inputs must give the same verdict and the same changes, whenever and wherever");

    @ArchTest
    static final ArchRule the_words_and_the_configuration_know_no_framework = noClasses()
            .that()
            .resideInAnyPackage("io.plumbline.crm..", "io.plumbline.config..", "io.plumbline.dossier..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("they are built with new in every test");

    @ArchTest
    static final ArchRule operations_know_no_transport = noClasses()
            .that()
            .resideInAPackage("io.plumbline.ops..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.plumbline.salesforce.soap..",
                    "io.plumbline.salesforce.bulk..",
                    "io.plumbline.salesforce.auth..")
            .because("the way to Salesforce is chosen in one place");

    private static ArchCondition<JavaClass> onlyUseWhatTheTableAllows() {
        return new ArchCondition<>("only use the modules that the table allows") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                String from = module(origin);
                origin.getDirectDependenciesFromSelf().forEach(dependency -> {
                    String to = module(dependency.getTargetClass());
                    if (!to.isEmpty()
                            && !to.equals(from)
                            && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
                        events.add(SimpleConditionEvent.violated(
                                dependency, from + " may not use " + to + ": " + dependency.getDescription()));
                    }
                });
            }
        };
    }

    private static String module(JavaClass type) {
        String prefix = "io.plumbline.";
        String name = type.getPackageName();
        return name.startsWith(prefix) ? name.substring(prefix.length()).split("\\.")[0] : "";
    }
}
