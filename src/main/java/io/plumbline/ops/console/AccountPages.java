package io.plumbline.ops.console;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.Inquiry;
import io.plumbline.journal.AccountList;
import io.plumbline.journal.BandHistory;
import io.plumbline.journal.Effects;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Runs;
import io.plumbline.journal.Verdicts;
import io.plumbline.ops.access.Audit;
import io.plumbline.ops.access.Visitor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All accounts, and one. */
@Controller
class AccountPages {

    private static final int SIZE = 50;
    private static final int MONTHS = 12;

    private final Runs runs;
    private final AccountList accounts;
    private final BandHistory bands;
    private final Verdicts verdicts;
    private final Effects effects;
    private final Inquiry inquiry;
    private final Audit audit;
    private final Clock clock;

    AccountPages(
            Runs runs,
            AccountList accounts,
            BandHistory bands,
            Verdicts verdicts,
            Effects effects,
            Inquiry inquiry,
            Audit audit,
            Clock clock) {
        this.runs = runs;
        this.accounts = accounts;
        this.bands = bands;
        this.verdicts = verdicts;
        this.effects = effects;
        this.inquiry = inquiry;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    String portfolio(
            @RequestParam(required = false) @Nullable String band,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer page,
            @ModelAttribute("visitor") Visitor visitor,
            Model model) {
        boolean seesNames = visitor.seesNames();
        PortfolioQuery query =
                PortfolioQuery.of(new PortfolioQuery.Asked(band, plan, owner, search, sort, page), seesNames);
        AccountList.Filter filter = query.filter(seesNames);
        Optional<RecordId> org = runs.latestOrg();
        Paging paging = Paging.of(
                query.page(), SIZE, org.map(id -> accounts.count(id, filter)).orElse(0));
        model.addAttribute(
                "page",
                PortfolioView.of(
                        query,
                        org.map(id -> accounts.page(id, filter, query.order(), paging.from(), SIZE))
                                .orElse(List.of()),
                        org.filter(id -> seesNames).map(accounts::owners).orElse(List.of()),
                        paging,
                        BandsPicture.of(org.map(id -> bands.days(id, from())).orElse(List.of())),
                        seesNames));
        if (seesNames && paging.all() > 0) {
            audit.record(visitor, Audit.Deed.LISTED, paging.words());
        }
        return "console/accounts";
    }

    @GetMapping("/accounts/{id}")
    String account(@PathVariable String id, @ModelAttribute("visitor") Visitor visitor, Model model) {
        RecordId account =
                Optional.of(id).filter(RecordId::isId).map(RecordId::of).orElseThrow(AccountPages::unknown);
        RecordId org = runs.latestOrg().orElseThrow(AccountPages::unknown);
        JudgedAccount.InFull judged = verdicts.latest(org, account).orElseThrow(AccountPages::unknown);
        model.addAttribute(
                "page",
                AccountView.of(
                        judged,
                        explained(org, account, judged.account().verdict().asOf()),
                        verdicts.history(org, account, from()),
                        OpenTask.of(effects.lastSaved(org, account), visitor.seesNames()),
                        visitor.seesNames()));
        if (visitor.seesNames()) {
            audit.record(visitor, Audit.Deed.LOOKED_AT, account.value());
        }
        return "console/account";
    }

    /** As of the day of the verdict, so that the tree says how that came about. */
    private Optional<Inquiry.Explained> explained(RecordId org, RecordId account, LocalDate day) {
        return inquiry.explain(Optional.of(org), account.value(), Optional.of(day), clock.instant())
                        instanceof Inquiry.Explained found
                ? Optional.of(found)
                : Optional.empty();
    }

    private LocalDate from() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusMonths(MONTHS);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "No account with this Id was judged.");
    }
}
