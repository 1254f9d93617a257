package io.plumbline.ops.console;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.Answer;
import io.plumbline.journal.Answers;
import io.plumbline.journal.Runs;
import io.plumbline.ops.access.Visitor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The findings that people answered: what they said, and until when it holds. */
@Controller
class AnswersPage {

    private final Runs runs;
    private final Answers answers;
    private final AccountNames names;
    private final Clock clock;

    AnswersPage(Runs runs, Answers answers, AccountNames names, Clock clock) {
        this.runs = runs;
        this.answers = answers;
        this.names = names;
        this.clock = clock;
    }

    /** One answer. @param reason empty text for those who see no names, since people write names */
    record Row(String accountId, String account, String finding, String reason, String by, String given, String until) {

        static Row of(Answer answer, Map<String, String> names, boolean seesNames) {
            String id = answer.account().value();
            return new Row(
                    id,
                    names.getOrDefault(id, id),
                    answer.finding(),
                    seesNames ? answer.reason() : "",
                    answer.by().value(),
                    Figures.moment(answer.at()),
                    answer.until().toString());
        }
    }

    @GetMapping("/answers")
    String answers(@ModelAttribute("visitor") Visitor visitor, Model model) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Optional<RecordId> org = runs.latestOrg();
        List<Answer> holding = org.map(id -> answers.holding(id, today)).orElse(List.of());
        Map<String, String> called = org.filter(id -> visitor.seesNames())
                .map(id -> names.of(id, holding.stream().map(Answer::account).toList()))
                .orElse(Map.of());
        model.addAttribute(
                "rows",
                holding.stream()
                        .map(answer -> Row.of(answer, called, visitor.seesNames()))
                        .toList());
        return "console/answers";
    }
}
