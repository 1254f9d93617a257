package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.control.ApiMeter;
import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.record.Org;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The list of resources of a version, and {@code limits}. */
final class LimitsResource implements Resource {

    private final Org org;
    private final ApiMeter meter;

    LimitsResource(Org org, ApiMeter meter) {
        this.org = org;
        this.meter = meter;
    }

    @Override
    public Optional<Step> step(Target target) {
        if (!target.method().equals("GET")) {
            return Optional.empty();
        }
        if (target.depth() == 0) {
            return Optional.of(Step.reading("resources", "", call -> Response.json(200, resources(target, call))));
        }
        if (target.depth() == 1 && target.piece(0).equals("limits")) {
            return Optional.of(Step.reading("limits", "", call -> Response.json(200, limits())));
        }
        return Optional.empty();
    }

    private Map<String, String> resources(Target target, Call call) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : new String[] {"composite", "jobs", "limits", "query", "queryAll", "sobjects"}) {
            all.put(name, target.url(name));
        }
        target.request()
                .header("Host")
                .ifPresent(host -> all.put(
                        "identity",
                        "http://" + host + "/id/" + org.organizationId() + "/"
                                + call.session().userId()));
        return all;
    }

    private Map<String, Object> limits() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("DailyApiRequests", limit(meter.limit(), meter.remaining()));
        all.put("DailyBulkApiBatches", limit(15_000, 15_000));
        all.put("DailyBulkV2QueryFileStorageMB", limit(976_562, 976_562));
        all.put("DailyBulkV2QueryJobs", limit(10_000, 10_000));
        all.put("DataStorageMB", limit(10_240, 10_000));
        all.put("FileStorageMB", limit(10_240, 10_240));
        return all;
    }

    private static Map<String, Long> limit(long most, long remaining) {
        Map<String, Long> entry = new LinkedHashMap<>();
        entry.put("Max", most);
        entry.put("Remaining", remaining);
        return entry;
    }
}
