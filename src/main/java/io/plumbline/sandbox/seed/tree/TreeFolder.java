package io.plumbline.sandbox.seed.tree;

import io.plumbline.sandbox.seed.load.SeedProblem;
import io.plumbline.sandbox.seed.load.SeedRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON files of a folder: the tree files that a {@code *plan.json} lists, in its order, or all of them when
 * there is no plan.
 *
 * <p>References ({@code "AccountId": "@AccountRef1"}) are kept and resolved whatever {@code saveRefs} and
 * {@code resolveRefs} say: today's CLI no longer heeds them, and the loader orders rows by their references itself.
 */
public final class TreeFolder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TreeFolder() {}

    /** Whether the file's name says that this class reads it. */
    public static boolean isJson(Path file) {
        return file.getFileName().toString().endsWith(".json");
    }

    /**
     * The rows of these files.
     *
     * @param folder where a plan's files are looked for
     * @param files the JSON files of the folder, in a settled order
     */
    public static SeedRows read(Path folder, List<Path> files) {
        List<Path> plans = files.stream().filter(TreeFolder::isPlan).toList();
        List<SeedRows> parts = new ArrayList<>();
        Set<Path> listed = new LinkedHashSet<>();
        plans.forEach(plan -> parts.add(listed(folder, plan, listed)));
        if (plans.isEmpty()) {
            listed.addAll(files);
        } else {
            files.stream()
                    .filter(file -> !plans.contains(file) && !listed.contains(file))
                    .forEach(file -> parts.add(SeedRows.nothing(
                            SeedProblem.file(name(file), "is listed in no plan", "plans: " + names(plans)))));
        }
        listed.forEach(file -> parts.add(TreeFile.read(file)));
        return SeedRows.all(parts);
    }

    private static boolean isPlan(Path file) {
        return name(file).endsWith("plan.json");
    }

    private static SeedRows listed(Path folder, Path plan, Set<Path> listed) {
        List<SeedProblem> problems = new ArrayList<>();
        try {
            for (JsonNode step : JSON.readTree(plan)) {
                for (JsonNode name : step.path("files")) {
                    Path file = folder.resolve(name.asString("")).normalize();
                    if (Files.isRegularFile(file)) {
                        listed.add(file);
                    } else {
                        problems.add(
                                SeedProblem.file(name(plan), "lists a file that does not exist", name.asString("")));
                    }
                }
            }
        } catch (JacksonException broken) {
            problems.add(SeedProblem.file(name(plan), "cannot be read as JSON", TreeFile.place(broken)));
        }
        if (problems.isEmpty() && listed.isEmpty()) {
            problems.add(SeedProblem.file(name(plan), "lists no files", "a plan is an array of steps with \"files\""));
        }
        return new SeedRows(List.of(), problems);
    }

    private static String names(List<Path> files) {
        return files.stream().map(TreeFolder::name).collect(Collectors.joining(", "));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
