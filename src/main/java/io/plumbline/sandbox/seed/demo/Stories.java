package io.plumbline.sandbox.seed.demo;

import java.util.List;
import java.util.stream.Stream;

/** All stories of the demo; this list is what the demo is about. */
final class Stories {

    static final List<Story> ALL = Stream.of(
                    GoodStories.all(), PlanStories.all(), RelationshipStories.all(), QuietStories.all())
            .flatMap(List::stream)
            .toList();

    private Stories() {}
}
