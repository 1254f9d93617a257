package io.plumbline.ops.console;

import io.plumbline.flow.Preview;

/** Makes a preview of what a sync would write. */
@FunctionalInterface
public interface PreviewMaker {

    /** Reads the org anew and writes nothing; takes as long as a run. */
    Preview.Answer make();
}
