package io.plumbline.ops.page;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.Portfolio;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The pages: all accounts with their verdicts, and one account with what was found. */
@Controller
public class Pages {

    private final Portfolio portfolio;

    Pages(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    @GetMapping("/")
    String overview(Model model) {
        model.addAttribute("page", OverviewPage.of(portfolio.lastRun(), portfolio.accounts()));
        return "overview";
    }

    @GetMapping("/accounts/{id}")
    String account(@PathVariable String id, Model model) {
        model.addAttribute(
                "account",
                Optional.of(id)
                        .filter(RecordId::isId)
                        .map(RecordId::of)
                        .flatMap(portfolio::account)
                        .map(AccountPage::of)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "No account with this Id was judged.")));
        return "account";
    }
}
