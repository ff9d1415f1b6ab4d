package io.followthrough.platform.database;

import io.followthrough.platform.StartRefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The directory of the embedded database, held by this process alone. The lock is taken before anything else is
 * looked at, or a second start would take the database of the first for an orphan and stop it; the operating system
 * lets go of it however the process ends.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path home;
    private final FileChannel lockFile;

    private DataDirectory(Path home, FileChannel lockFile) {
        this.home = home;
        this.lockFile = lockFile;
    }

    /**
     * Creates the directory when it is missing and takes it for this process.
     *
     * @throws StartRefusedException when another process holds it or it cannot be written to
     */
    public static DataDirectory lock(String directory) {
        Path home = Path.of(directory).toAbsolutePath().normalize();
        try {
            create(home);
            FileChannel lockFile = FileChannel.open(
                    home.resolve("followthrough.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                lockFile.close();
                throw new StartRefusedException("it is already running with the data in " + home + holder(home)
                        + ". Use that one, or give this one a directory of its own with FOLLOWTHROUGH_DATA_DIR.");
            }
            Files.writeString(
                    pidFile(home), Long.toString(ProcessHandle.current().pid()));
            return new DataDirectory(home, lockFile);
        } catch (IOException e) {
            throw new StartRefusedException("the data directory " + home + " cannot be written to: " + e, e);
        }
    }

    /** For nobody else's eyes: it holds the data, a password and programs that are run. */
    private static void create(Path home) throws IOException {
        if (Files.isDirectory(home)) {
            return;
        }
        Files.createDirectories(home);
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String holder(Path home) {
        try {
            return " (process " + Files.readString(pidFile(home)).strip() + ")";
        } catch (IOException unknown) {
            return "";
        }
    }

    /** Not in the lock file itself: Windows keeps others from reading what is locked. */
    private static Path pidFile(Path home) {
        return home.resolve("followthrough.pid");
    }

    Path home() {
        return home;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
