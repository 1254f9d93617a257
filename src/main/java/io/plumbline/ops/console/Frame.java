package io.plumbline.ops.console;

import io.plumbline.journal.SchedulePause;
import io.plumbline.ops.access.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: who is signed in, where they are, and whether the schedule is paused. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    private final SchedulePause pause;

    Frame(SchedulePause pause) {
        this.pause = pause;
    }

    @ModelAttribute
    void frame(@Nullable Authentication signedIn, HttpServletRequest request, Model model) {
        if (signedIn != null) {
            model.addAttribute("visitor", Visitor.of(signedIn));
        }
        model.addAttribute("section", section(request.getRequestURI()));
        pause.now()
                .ifPresent(
                        paused -> model.addAttribute("paused", Figures.moment(paused.since()) + " by " + paused.who()));
    }

    private static String section(String path) {
        String[] parts = path.split("/");
        return parts.length > 1 ? parts[1] : "";
    }
}
