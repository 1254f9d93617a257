package io.plumbline.sandbox.rest;

import java.util.Optional;

/** One kind of resource; finds the step for a request. */
@FunctionalInterface
interface Resource {

    /**
     * The step for a request, or empty when the request is not for this resource.
     *
     * @throws io.plumbline.sandbox.gate.RefusedException when it is, and makes no sense
     */
    Optional<Step> step(Target target);
}
