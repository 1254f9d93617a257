package io.plumbline.sandbox.rest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The resources below a version, asked one after the other. */
record Resources(List<Resource> all) {

    Resources {
        all = List.copyOf(all);
    }

    Resources with(Resource... more) {
        return new Resources(Stream.concat(all.stream(), Stream.of(more)).toList());
    }

    /** The step of the first resource that the request is for. */
    Optional<Step> step(Target target) {
        return all.stream()
                .map(resource -> resource.step(target))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
