package io.plumbline.assess;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.json.DossierJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the golden dossiers with the assessment it is to get, under the shipped or an administrator's policy.
 *
 * @param name what the line tests, in words
 */
record GoldenCase(String name, AssessmentPolicy policy, String line, String assessment) {

    static final Path FOLDER = Path.of("..", "shared", "golden");

    /** All of both sets; the folder must be there. */
    static List<GoldenCase> all() throws IOException {
        List<GoldenCase> cases = new ArrayList<>(read("", Path.of("connector-config", "assessment.yaml")));
        cases.addAll(read("-custom", FOLDER.resolve("policy-custom.yaml")));
        return cases;
    }

    private static List<GoldenCase> read(String set, Path file) throws IOException {
        AssessmentPolicy policy = AssessmentPolicy.load(YamlFile.read(file));
        List<String> dossiers = Files.readAllLines(FOLDER.resolve("dossiers" + set + ".jsonl"));
        List<String> assessments = Files.readAllLines(FOLDER.resolve("assessments" + set + ".jsonl"));
        if (dossiers.isEmpty() || dossiers.size() != assessments.size()) {
            throw new IllegalStateException("each golden dossier needs one assessment");
        }
        JsonMapper mapper = new JsonMapper();
        List<GoldenCase> cases = new ArrayList<>();
        for (int i = 0; i < dossiers.size(); i++) {
            String name = mapper.readTree(dossiers.get(i)).get("case").stringValue();
            cases.add(new GoldenCase(name, policy, dossiers.get(i), assessments.get(i)));
        }
        return cases;
    }

    AssessmentModel model() {
        return new AssessmentModel(policy);
    }

    Dossier dossier() {
        return new DossierJson().read(line).dossier();
    }

    @Nullable
    Band previous() {
        return new DossierJson().read(line).previousBand().flatMap(Band::named).orElse(null);
    }

    @Override
    public String toString() {
        return name;
    }
}
