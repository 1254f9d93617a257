package io.plumbline.sandbox.seed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentModel;
import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Finding;
import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.extract.Extraction;
import io.plumbline.mirror.Mirror;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.soap.WscOrg;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.record.Org;
import io.plumbline.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whether each story of the demo gets the verdict it tells, through the whole pipeline and by the shipped policy. */
class StoryVerdictsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private record Told(String story, Assessment assessment) {}

    @Test
    void eachStoryGetsTheVerdictItTells() throws IOException {
        List<Told> all = judged();

        assertThat(by(all, each -> each.health().band()))
                .isEqualTo(Map.ofEntries(
                        Map.entry("thriving", Set.of(Band.GREEN)),
                        Map.entry("growing fast", Set.of(Band.GREEN)),
                        Map.entry("steady", Set.of(Band.GREEN)),
                        Map.entry("successor plan in place", Set.of(Band.GREEN)),
                        Map.entry("beautiful but stale plan", Set.of(Band.GREEN)),
                        Map.entry("copied plan", Set.of(Band.GREEN)),
                        Map.entry("team without project manager", Set.of(Band.GREEN)),
                        Map.entry("new customer", Set.of(Band.AMBER)),
                        Map.entry("thin plan", Set.of(Band.AMBER)),
                        Map.entry("plan full of placeholders", Set.of(Band.AMBER)),
                        Map.entry("plan contradicting the CRM", Set.of(Band.AMBER)),
                        Map.entry("draft only plan", Set.of(Band.AMBER)),
                        Map.entry("champion left", Set.of(Band.AMBER)),
                        Map.entry("renewal at risk", Set.of(Band.AMBER)),
                        Map.entry("single-threaded", Set.of(Band.AMBER)),
                        Map.entry("executive never met", Set.of(Band.AMBER)),
                        Map.entry("escalated case", Set.of(Band.AMBER)),
                        Map.entry("acquired", Set.of(Band.AMBER)),
                        Map.entry("inactive owner", Set.of(Band.AMBER)),
                        Map.entry("neglected", Set.of(Band.RED)),
                        Map.entry("expired plan", Set.of(Band.RED)),
                        Map.entry("revenue falling", Set.of(Band.RED)),
                        Map.entry("dormant", Set.of(Band.RED)),
                        Map.entry("nobody logs activity", Set.of(Band.INSUFFICIENT))));

        assertThat(by(all, each -> each.currency().verdict()))
                .containsEntry("thriving", Set.of(ClockVerdict.CURRENT))
                .containsEntry("growing fast", Set.of(ClockVerdict.CURRENT))
                .containsEntry("steady", Set.of(ClockVerdict.CURRENT))
                .containsEntry("successor plan in place", Set.of(ClockVerdict.CURRENT))
                .containsEntry("beautiful but stale plan", Set.of(ClockVerdict.STALE))
                .containsEntry("acquired", Set.of(ClockVerdict.STALE))
                .containsEntry("neglected", Set.of(ClockVerdict.STALE))
                .containsEntry("expired plan", Set.of(ClockVerdict.EXPIRED))
                .containsEntry("draft only plan", Set.of(ClockVerdict.MISSING))
                .containsEntry("new customer", Set.of(ClockVerdict.MISSING));

        assertThat(by(all, each -> each.health().caps()))
                .containsEntry("champion left", Set.of(List.of("cap.champion_left")))
                .containsEntry("renewal at risk", Set.of(List.of("cap.renewal")))
                .containsEntry("escalated case", Set.of(List.of("cap.escalation")))
                .containsEntry("executive never met", Set.of(List.of("cap.no_executive")))
                .containsEntry("neglected", Set.of(List.of("cap.silence")));

        assertThat(of(all, "thriving")).allSatisfy(each -> {
            assertThat(each.thoroughness().score()).isGreaterThan(85);
            assertThat(each.vetting().score()).isGreaterThan(85);
            assertThat(each.execution().score()).isGreaterThan(75);
            assertThat(each.roles().missing()).isEmpty();
        });
        for (String poor : List.of("thin plan", "plan full of placeholders")) {
            assertThat(of(all, poor))
                    .allSatisfy(each -> assertThat(each.thoroughness().score()).isLessThan(20));
        }
        assertThat(of(all, "plan contradicting the CRM"))
                .allSatisfy(each -> assertThat(each.vetting().contradictions()).hasSizeGreaterThanOrEqualTo(3));
        assertThat(of(all, "team without project manager"))
                .allSatisfy(each -> assertThat(each.roles().missing()).containsExactly("project_manager"));
    }

    @Test
    void onlyTheCopiedPlansAreCopiesAndEachSaysOfWhich() throws IOException {
        List<Told> all = judged();
        Map<String, String> names = DemoSeed.stories();

        for (Told told : all) {
            List<String> copies = told.assessment().findings().stream()
                    .map(Finding::message)
                    .filter(message -> message.contains("the same as in the plan of"))
                    .toList();
            if (told.story().equals("copied plan")) {
                assertThat(copies)
                        .hasSizeGreaterThanOrEqualTo(9)
                        .allSatisfy(message -> assertThat(names)
                                .containsEntry(message.replaceFirst(".* the plan of (.*)[.]", "$1"), "copied plan"));
                assertThat(told.assessment().thoroughness().score()).isLessThan(70);
            } else {
                assertThat(copies).as(told.story()).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    private static List<Told> judged() throws IOException {
        DemoSeed seed = new DemoSeed();
        ZoneId zone = seed.settings().zone();
        Org org =
                Orgs.standing(seed.settings(), TODAY.atTime(10, 0).atZone(zone).toInstant());
        seed.fill(org);
        Configuration shipped = Configuration.shipped();
        Mirror mirror = new Mirror(TestDatabase.migrated());
        try (Sandbox sandbox = Sandbox.start(org, SandboxOptions.defaults())) {
            new Extraction(shipped.mapping(), shipped.connector(), mirror)
                    .run(WscOrg.open(
                            new SignIn.ClientCredentials(
                                    URI.create(sandbox.instanceUrl()), sandbox.clientId(), sandbox.clientSecret()),
                            Clock.systemUTC()));
        }
        Dossiers dossiers = new Dossiers(mirror, shipped.mapping(), shipped.policy());
        RecordId id = RecordId.of(org.organizationId());
        dossiers.observe(id, TODAY);
        AssessmentModel model = new AssessmentModel(shipped.policy());
        Map<String, String> stories = DemoSeed.stories();
        return dossiers.stream(id, TODAY, account -> List.of())
                .map(each -> new Told(
                        Objects.requireNonNull(
                                stories.get(each.dossier().account().name())),
                        model.assess(each.dossier(), null)))
                .toList();
    }

    private static List<Assessment> of(List<Told> all, String story) {
        return all.stream()
                .filter(each -> each.story().equals(story))
                .map(Told::assessment)
                .toList();
    }

    private static <T> Map<String, Set<T>> by(List<Told> all, Function<Assessment, T> verdict) {
        return all.stream()
                .collect(groupingBy(Told::story, mapping(each -> verdict.apply(each.assessment()), toSet())));
    }
}
