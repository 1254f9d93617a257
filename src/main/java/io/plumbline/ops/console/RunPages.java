package io.plumbline.ops.console;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.Effect;
import io.plumbline.journal.Effects;
import io.plumbline.journal.Run;
import io.plumbline.journal.RunId;
import io.plumbline.journal.Runs;
import io.plumbline.ops.access.Visitor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All runs, and one with every record that it sent. */
@Controller
class RunPages {

    private static final int RUNS = 50;

    private final Runs runs;
    private final Effects effects;
    private final AccountNames names;
    private final Clock clock;

    RunPages(Runs runs, Effects effects, AccountNames names, Clock clock) {
        this.runs = runs;
        this.effects = effects;
        this.names = names;
        this.clock = clock;
    }

    /** @param before the number of the run that the page begins after; the newest first where absent */
    @GetMapping("/runs")
    String runs(@RequestParam(required = false) @Nullable Long before, Model model) {
        List<Run> found = runs.latestOrg().map(org -> runs(org, before)).orElse(List.of());
        model.addAttribute(
                "runs",
                found.stream()
                        .limit(RUNS)
                        .map(run -> RunLine.of(run, clock.instant()))
                        .toList());
        model.addAttribute(
                "older", found.size() > RUNS ? found.get(RUNS - 1).id().value() : null);
        return "console/runs";
    }

    @GetMapping("/runs/{number}")
    String run(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(defaultValue = "1") int page,
            @ModelAttribute("visitor") Visitor visitor,
            Model model) {
        Run run = runs.find(new RunId(number))
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no run of this number."));
        Effect.Outcome only = outcome(outcome);
        Paging paging = Paging.of(page, RunView.SIZE, effects.countOfRun(run.id(), only));
        List<Effect> shown = effects.ofRun(run.id(), only, paging.from(), RunView.SIZE);
        Map<String, String> called = visitor.seesNames()
                ? names.of(run.org(), shown.stream().map(Effect::account).toList())
                : Map.of();
        model.addAttribute("page", RunView.of(run, shown, called, only, paging, visitor.seesNames(), clock.instant()));
        return "console/run";
    }

    private List<Run> runs(RecordId org, @Nullable Long before) {
        return before == null ? runs.latest(org, RUNS + 1) : runs.before(org, new RunId(before), RUNS + 1);
    }

    private static Effect.@Nullable Outcome outcome(@Nullable String word) {
        Optional<Effect.Outcome> named = Stream.of(Effect.Outcome.values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst();
        return named.isPresent() ? named.get() : null;
    }
}
