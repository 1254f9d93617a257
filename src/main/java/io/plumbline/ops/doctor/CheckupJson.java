package io.plumbline.ops.doctor;

import io.plumbline.flow.checkup.CheckupLine;
import io.plumbline.flow.checkup.CheckupLine.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A check-up for programs; its keys and words stay, see {@code operations.md}. */
public final class CheckupJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CheckupJson() {}

    public static String of(List<CheckupLine> found, long calls) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("result", worst(found));
        whole.put("apiCalls", calls);
        whole.put("checks", found.stream().map(CheckupJson::line).toList());
        return JSON.writeValueAsString(whole);
    }

    private static String worst(List<CheckupLine> found) {
        return List.of(State.PROBLEM, State.WARNING).stream()
                .filter(state -> found.stream().anyMatch(line -> line.state() == state))
                .findFirst()
                .orElse(State.OK)
                .word();
    }

    private static Map<String, Object> line(CheckupLine line) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", line.id());
        told.put("state", line.state().word());
        told.put("subject", line.subject());
        told.put("says", line.says());
        told.put("advice", line.advice());
        told.put("passes", line.passing());
        return told;
    }
}
