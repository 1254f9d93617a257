package io.plumbline.extract.reading;

import java.util.OptionalLong;

/**
 * What the org said of a source before it was read.
 *
 * @param inWindow how many rows the window holds that is to be read
 * @param all how many rows there are, where no window shows which have gone
 */
public record Outlook(OptionalLong inWindow, OptionalLong all) {

    static final Outlook NONE = new Outlook(OptionalLong.empty(), OptionalLong.empty());

    boolean isKnown() {
        return inWindow.isPresent() && all.isPresent();
    }

    boolean windowIsEmpty() {
        return inWindow.isPresent() && inWindow.getAsLong() == 0;
    }
}
