package io.plumbline.ops.console;

import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.Backlog;
import io.plumbline.flow.Portfolio;
import io.plumbline.flow.SyncSummary;
import io.plumbline.journal.AccountList;
import io.plumbline.journal.Runs;
import io.plumbline.ops.access.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The first page: how everything stands. */
@Controller
class OverviewPage {

    private static final Duration DAY = Duration.ofHours(24);

    private final Runs runs;
    private final AccountList accounts;
    private final AccountNames names;
    private final Backlog backlog;
    private final Portfolio portfolio;
    private final Configuration configuration;
    private final Clock clock;
    private final ProgressParts progress;

    OverviewPage(
            Runs runs,
            AccountList accounts,
            AccountNames names,
            Backlog backlog,
            Portfolio portfolio,
            Configuration configuration,
            Clock clock,
            ProgressParts progress) {
        this.runs = runs;
        this.accounts = accounts;
        this.names = names;
        this.backlog = backlog;
        this.portfolio = portfolio;
        this.configuration = configuration;
        this.clock = clock;
        this.progress = progress;
    }

    @GetMapping("/")
    String overview(@ModelAttribute("visitor") Visitor visitor, Model model) {
        model.addAttribute("page", OverviewView.of(facts(visitor)));
        progress.addTo(model);
        return "console/overview";
    }

    private OverviewView.Facts facts(Visitor visitor) {
        Optional<RecordId> org = runs.latestOrg();
        List<Backlog.Refused> refused = org.map(backlog::refused).orElse(List.of());
        return new OverviewView.Facts(
                org.map(id -> runs.latest(id, OverviewView.RUNS)).orElse(List.of()),
                org.map(accounts::byBand).orElse(Map.of()),
                org.map(accounts::byPlan).orElse(Map.of()),
                org.map(id -> runs.callsWithin(id, DAY)).orElse(0L),
                configuration.connector().api().dailyShare(),
                limit(),
                org.map(backlog::onTheirWay).orElse(0),
                refused,
                org.filter(id -> visitor.seesNames())
                        .map(id -> names.of(
                                id,
                                refused.stream().map(Backlog.Refused::account).toList()))
                        .orElse(Map.of()),
                visitor.seesNames(),
                clock.instant());
    }

    private OptionalLong limit() {
        return portfolio
                .lastRun()
                .map(SyncSummary::calls)
                .map(calls -> calls.orgLimit())
                .orElse(OptionalLong.empty());
    }
}
