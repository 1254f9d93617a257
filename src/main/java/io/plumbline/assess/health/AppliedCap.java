package io.plumbline.assess.health;

import io.plumbline.assess.Evidence;
import io.plumbline.config.policy.HealthPolicy;

/** A cap that applies, and why. */
record AppliedCap(HealthPolicy.Cap cap, Evidence evidence) {}
