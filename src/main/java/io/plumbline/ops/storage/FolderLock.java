package io.plumbline.ops.storage;

import io.plumbline.ops.storage.DataFolderException.Obstacle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second Plumbline out of a data folder, whether it runs in this process or in another one (trap K2): two that
 * plan from the same journal would each send what the other sends. The system lets go of it when the process ends,
 * however it ends.
 */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws DataFolderException when another Plumbline has the folder
     * @throws IOException when the folder cannot be written to
     */
    static FolderLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("plumbline.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel)) {
            return new FolderLock(channel);
        }
        channel.close();
        throw new DataFolderException(
                Obstacle.IN_USE,
                "The data folder " + folder + " is in use by another Plumbline. Wait until that one"
                        + " has ended, or name another folder in PLUMBLINE_DATA.");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
