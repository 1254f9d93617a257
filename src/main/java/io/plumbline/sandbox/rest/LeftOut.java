package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Refusal;
import io.plumbline.sandbox.gate.RefusedException;
import java.util.Optional;
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

    private static final Set<String> OF_AN_OBJECT = Set.of(
            "approvalLayouts",
            "compactLayouts",
            "defaultValues",
            "eventSchema",
            "layouts",
            "listviews",
            "namedLayouts",
            "quickActions");

    private LeftOut() {}

    /** What nothing here answers. */
    static Refusal refusal(Target target) {
        return NAMES.contains(target.piece(0))
                ? named(target.piece(0))
                : Refusal.of("NOT_FOUND", "The requested resource does not exist");
    }

    /** Pages and layouts of an object, whose names would pass for the Id of a record or for an external id. */
    static Optional<Step> ofAnObject(Target target) {
        String name = target.depth() == 3 ? target.piece(2) : target.piece(3);
        boolean mine = target.piece(0).equals("sobjects")
                && target.depth() > 2
                && OF_AN_OBJECT.contains(name)
                && (target.depth() == 3
                        || target.piece(2).equals("describe")
                        || OF_AN_OBJECT.contains(target.piece(2)));
        return mine
                ? Optional.of(Step.reading("unknown", "", call -> {
                    throw new RefusedException(named(name));
                }))
                : Optional.empty();
    }

    private static Refusal named(String resource) {
        return Refusal.of("FUNCTIONALITY_NOT_ENABLED", "the sandbox does not offer the resource " + resource);
    }
}
