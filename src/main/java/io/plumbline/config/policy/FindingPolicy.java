package io.plumbline.config.policy;

/**
 * From where on something is a finding, and how severe (model section 6).
 *
 * @param warn a measure under this score is a finding
 * @param critical a measure under this score is a critical one
 * @param roleWarnWeight a missing role of at least this weight is a warning
 */
public record FindingPolicy(double warn, double critical, double roleWarnWeight) {}
