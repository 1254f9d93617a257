package io.plumbline.ops.console;

import io.plumbline.ops.access.Audit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who signed in, looked at which account with names, and pressed what; for operators. */
@Controller
class AuditPage {

    private static final int SIZE = 100;

    private final Audit audit;

    AuditPage(Audit audit) {
        this.audit = audit;
    }

    /** One line. */
    record Line(String moment, String when, String who, String deed, String subject, boolean account) {}

    @GetMapping("/audit")
    String audit(@RequestParam(defaultValue = "1") int page, Model model) {
        Paging paging = Paging.of(page, SIZE, audit.count());
        List<Line> lines =
                audit.latest(paging.from(), SIZE).stream().map(AuditPage::line).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("paging", paging);
        return "console/audit";
    }

    private static Line line(Audit.Entry entry) {
        return new Line(
                entry.at().toString(),
                Figures.moment(entry.at()),
                entry.who(),
                words(entry.deed()),
                entry.subject(),
                entry.deed() == Audit.Deed.LOOKED_AT);
    }

    private static String words(Audit.Deed deed) {
        return switch (deed) {
            case SIGNED_IN -> "signed in";
            case LOOKED_AT -> "looked at the account";
            case LISTED -> "listed accounts,";
            case RAN -> "began a run";
            case PREVIEWED -> "asked for a preview";
            case FETCHED_PREVIEW -> "fetched the preview";
            case PAUSED -> "paused the schedule";
            case RESUMED -> "resumed the schedule";
            case RELEASED -> "released from quarantine";
        };
    }
}
