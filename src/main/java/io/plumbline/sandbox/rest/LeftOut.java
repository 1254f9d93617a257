package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Refusal;
import java.util.Set;

/** Resources of the real service that the sandbox has not; they are refused by name, so that nobody takes them for mistyped. */
final class LeftOut {

    private static final Set<String> NAMES = Set.of(
            "actions",
            "analytics",
            "appMenu",
            "async-queries",
            "chatter",
            "commerce",
            "connect",
            "consent",
            "dedupe",
            "duplicates",
            "event",
            "eventbus",
            "graphql",
            "knowledgeManagement",
            "lightning",
            "metadata",
            "parameterizedSearch",
            "process",
            "quickActions",
            "recent",
            "search",
            "support",
            "tabs",
            "theme",
            "tooling",
            "ui-api",
            "wave");

    private LeftOut() {}

    static Refusal refusal(Target target) {
        return NAMES.contains(target.piece(0))
                ? Refusal.of("FUNCTIONALITY_NOT_ENABLED", "the sandbox does not offer the resource " + target.piece(0))
                : Refusal.of("NOT_FOUND", "The requested resource does not exist");
    }
}
