package io.plumbline.ops.doctor;

import io.plumbline.flow.checkup.CheckupLine;
import io.plumbline.ops.storage.DataFolder;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether there is room where the data lies: compacting the database takes as much again as it holds. */
public final class DiskCheck {

    private static final String ID = "disk";
    private static final String SUBJECT = "Disk";
    private static final long MEGABYTE = 1L << 20;
    private static final long LEAST = 200 * MEGABYTE;
    private static final long PLENTY = 1024 * MEGABYTE;

    private DiskCheck() {}

    /** Where the data lie in no folder of ours. */
    public static CheckupLine elsewhere() {
        return CheckupLine.notChecked(ID, SUBJECT, "the data lie in the database of SPRING_DATASOURCE_URL.");
    }

    /** @param folder of the data, which need not be there yet */
    public static CheckupLine of(Path folder) {
        try {
            FileStore disk = Files.getFileStore(there(folder.toAbsolutePath()));
            return judged(folder, disk.getUsableSpace(), size(DataFolder.databaseFile(folder)));
        } catch (IOException unreadable) {
            return CheckupLine.notChecked(ID, SUBJECT, "the disk of " + folder + " cannot be looked at.");
        }
    }

    /** @param data bytes of the database now */
    static CheckupLine judged(Path folder, long free, long data) {
        String says = String.format(
                Locale.ROOT,
                "%,d MB are free for %s, whose database takes %,d MB.",
                free / MEGABYTE,
                folder,
                data / MEGABYTE);
        String advice = "Whoever runs Plumbline makes room there, or names a folder on another disk in PLUMBLINE_DATA.";
        if (free < LEAST) {
            return CheckupLine.problem(ID, SUBJECT, says, advice);
        }
        return free < Math.max(PLENTY, 2 * data)
                ? CheckupLine.warning(ID, SUBJECT, says, advice)
                : CheckupLine.ok(ID, SUBJECT, says);
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static Path there(Path folder) {
        Path nearest = folder;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }
}
