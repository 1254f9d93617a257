package io.plumbline.ops.console;

import io.plumbline.flow.progress.Progress;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far a run has come, as the part of a page that renews itself. */
@Controller
class ProgressParts {

    private final Progress runs;
    private final Errands errands;
    private final Clock clock;

    ProgressParts(Progress runs, Errands errands, Clock clock) {
        this.runs = runs;
        this.errands = errands;
        this.clock = clock;
    }

    /** @param said the phase that the page shows, which is not read aloud twice */
    @GetMapping("/progress")
    String progress(@RequestParam(defaultValue = "") String said, Model model) {
        ProgressView now = addTo(model);
        model.addAttribute("news", !now.phase().equals(said));
        return "console/progress :: part";
    }

    ProgressView addTo(Model model) {
        ProgressView now = ProgressView.of(
                runs.now().stream().findFirst(), errands.isRunning(), errands.previewState(), clock.instant());
        model.addAttribute("progress", now);
        model.addAttribute("previewProblems", errands.previewProblems());
        return now;
    }
}
