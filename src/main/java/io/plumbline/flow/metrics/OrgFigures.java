package io.plumbline.flow.metrics;

/**
 * How the connector's own data about one org stand at one moment. Every number is NaN when the database could not be
 * asked, and then nothing is shown.
 *
 * @param readable 1 when the database answered, else 0
 * @param lastComplete when the last complete run ended, in seconds since 1970; 0 when there was none
 * @param readUpTo the moment up to which everything was read, in seconds since 1970; 0 when something never was
 * @param backlog changes planned and not in the org: those on their way, and those that the last run left
 * @param quarantined records that the org refuses for a reason of their own
 * @param leased 1 while an instance, this or another one, is at work on the org
 * @param calls API calls that the runs of the last 24 hours made
 */
record OrgFigures(
        double readable,
        double lastComplete,
        double readUpTo,
        double backlog,
        double quarantined,
        double leased,
        double calls) {

    static final OrgFigures UNREADABLE =
            new OrgFigures(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
