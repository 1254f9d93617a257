package io.plumbline.ops.access;

import io.plumbline.config.ConsoleSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page that is shown to everybody. */
@Controller
class SignInPage {

    /** Says the same of a wrong name, a wrong password and too many attempts, so that nobody learns who is a user. */
    private static final String REFUSED =
            "That did not work. Check name and password; after five attempts, wait a quarter of an hour.";

    private static final String SIGNED_OUT = "You are signed out.";
    private static final String SIGNED_OUT_HERE =
            "You are signed out of Plumbline, but not of your company account: whoever uses this browser next can come back"
                    + " without a password. Where others use it too, sign out there as well.";
    private static final String LINK_SPENT =
            "This link was used before, or is too old. Start the demo once more for another one.";
    private static final String NO_ROLE =
            "You are known, but have no role here. Whoever runs the sign-in gives you the role viewer or operator.";

    private final ConsoleSettings settings;

    SignInPage(ConsoleSettings settings) {
        this.settings = settings;
    }

    @GetMapping(WayIn.PAGE)
    String signIn(@RequestParam(required = false) @Nullable String because, Model model) {
        model.addAttribute("message", message(because));
        model.addAttribute("alarming", because != null && !because.startsWith("signed-out"));
        model.addAttribute("provider", settings.oidc().isPresent());
        return "console/sign-in";
    }

    private static @Nullable String message(@Nullable String because) {
        return switch (because) {
            case "refused" -> REFUSED;
            case "signed-out" -> SIGNED_OUT;
            case "signed-out-here" -> SIGNED_OUT_HERE;
            case "link" -> LINK_SPENT;
            case "provider" -> NO_ROLE;
            case null -> null;
            default -> null;
        };
    }
}
