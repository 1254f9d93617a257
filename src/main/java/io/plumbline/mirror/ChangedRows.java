package io.plumbline.mirror;

import java.util.ArrayList;
import java.util.List;

/** Rows most of which are there already, so that none is put as a new one. */
final class ChangedRows implements NewRows {

    private static final int AT_ONCE = 500;

    private List<MirrorRow> rows = new ArrayList<>();

    @Override
    public void add(MirrorRow row) {
        rows.add(row);
    }

    @Override
    public boolean areEnough() {
        return rows.size() >= AT_ONCE;
    }

    @Override
    public List<MirrorRow> putUnlessThere() {
        List<MirrorRow> all = rows;
        rows = new ArrayList<>();
        return all;
    }
}
