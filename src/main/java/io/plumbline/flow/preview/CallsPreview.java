package io.plumbline.flow.preview;

import java.util.OptionalLong;

/**
 * What it costs in API calls.
 *
 * @param reading calls that this preview took, all of them reading
 * @param writing calls that it would take to write what is shown
 * @param quiet calls of a sync that finds little new: to begin with, and to ask whether there is anything
 * @param syncsADay how many syncs the schedule makes in 24 hours
 * @param share what Plumbline may use in 24 hours; empty when the org told no limit
 */
public record CallsPreview(long reading, long writing, long quiet, long syncsADay, OptionalLong share) {

    /** Calls of a day on which little changes. */
    public long quietDay() {
        return quiet * syncsADay;
    }
}
