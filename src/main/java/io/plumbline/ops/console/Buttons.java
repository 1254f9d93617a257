package io.plumbline.ops.console;

import io.plumbline.flow.Backlog;
import io.plumbline.journal.Runs;
import io.plumbline.journal.SchedulePause;
import io.plumbline.ops.access.Audit;
import io.plumbline.ops.access.Visitor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What operators may press. Each is audited before it is done. */
@Controller
class Buttons {

    private static final String BACK = "redirect:/";

    private final Errands errands;
    private final SchedulePause pause;
    private final Backlog backlog;
    private final Runs runs;
    private final Audit audit;
    private final ProgressParts progress;

    Buttons(Errands errands, SchedulePause pause, Backlog backlog, Runs runs, Audit audit, ProgressParts progress) {
        this.errands = errands;
        this.pause = pause;
        this.backlog = backlog;
        this.runs = runs;
        this.audit = audit;
        this.progress = progress;
    }

    @PostMapping("/run")
    String run(
            @ModelAttribute("visitor") Visitor visitor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        audit.record(visitor, Audit.Deed.RAN, "");
        errands.run();
        return shown(htmx, model);
    }

    @PostMapping("/preview")
    String preview(
            @ModelAttribute("visitor") Visitor visitor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        audit.record(visitor, Audit.Deed.PREVIEWED, "");
        errands.preview();
        return shown(htmx, model);
    }

    @PostMapping("/pause")
    String pause(@ModelAttribute("visitor") Visitor visitor) {
        audit.record(visitor, Audit.Deed.PAUSED, "");
        pause.begin(visitor.name());
        return BACK;
    }

    @PostMapping("/resume")
    String resume(@ModelAttribute("visitor") Visitor visitor) {
        audit.record(visitor, Audit.Deed.RESUMED, "");
        pause.end();
        return BACK;
    }

    @PostMapping("/quarantine/release")
    String release(@RequestParam String key, @ModelAttribute("visitor") Visitor visitor) {
        audit.record(visitor, Audit.Deed.RELEASED, key);
        runs.latestOrg().ifPresent(org -> backlog.release(org, List.of(key)));
        return BACK;
    }

    /** With htmx the part that shows how far it has come, without it the page. */
    private String shown(@Nullable String htmx, Model model) {
        if (htmx == null) {
            return BACK;
        }
        progress.addTo(model);
        model.addAttribute("news", true);
        return "console/progress :: part";
    }
}
