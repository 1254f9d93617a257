package io.plumbline.sandbox.seed;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.seed.csv.CsvFile;
import io.plumbline.sandbox.seed.load.SeedLoader;
import io.plumbline.sandbox.seed.load.SeedReport;
import io.plumbline.sandbox.seed.load.SeedRows;
import io.plumbline.sandbox.seed.tree.TreeFolder;
import io.plumbline.sandbox.setup.OrgSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reader's own records: a folder of {@code <Object>.csv} files as Data Loader exports them, of tree files of
 * {@code sf data import tree}, or of both. Users of {@code User.csv} come beside the org's own two.
 */
public record FolderSeed(Path folder) implements Seed {

    private static final String WHAT_WOULD_DO =
            "Give a folder with <Object>.csv files whose first line names the fields"
                    + " (Account.csv, Opportunity.csv, ...), or with the plan and tree files of \"sf data import tree\".";

    /**
     * The seed in this folder.
     *
     * @throws SeedFailedException when there is no such folder
     */
    static FolderSeed of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new SeedFailedException("There is no folder \"" + folder + "\" to seed the sandbox from. "
                    + WHAT_WOULD_DO + " The built-in seeds are \"demo\" and \"empty\".");
        }
        return new FolderSeed(folder);
    }

    @Override
    public OrgSettings settings() {
        return OrgSettings.plain();
    }

    @Override
    public SeedReport fill(Org org) {
        List<Path> files = files();
        List<Path> trees = files.stream().filter(TreeFolder::isJson).toList();
        List<SeedRows> parts = new ArrayList<>();
        files.stream().filter(CsvFile::isCsv).map(CsvFile::read).forEach(parts::add);
        if (!trees.isEmpty()) {
            parts.add(TreeFolder.read(folder, trees));
        }
        if (parts.isEmpty()) {
            throw new SeedFailedException("The folder \"" + folder + "\" holds no CSV or JSON file. " + WHAT_WOULD_DO);
        }
        SeedReport report = new SeedLoader(org).load(String.valueOf(folder.getFileName()), SeedRows.all(parts));
        if (report.total() == 0) {
            throw new SeedFailedException("Nothing in the folder \"" + folder + "\" could be loaded. " + WHAT_WOULD_DO
                    + "\n" + report.toText());
        }
        return report;
    }

    /** The folder's files by name, so that the same folder always gives the same org. */
    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new SeedFailedException(
                    "The folder \"" + folder + "\" cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
