package io.plumbline.salesforce.bulk;

/**
 * The name of a job and all its addresses.
 *
 * @param kind {@code query} or {@code ingest}
 * @param apiVersion the version it was made with, which every call about it has to use (trap D5)
 */
record Job(String kind, String id, String apiVersion) {

    static String all(String kind, String apiVersion) {
        return "/services/data/v" + apiVersion + "/jobs/" + kind;
    }

    String path() {
        return all(kind, apiVersion) + "/" + id;
    }

    String path(String below) {
        return path() + "/" + below;
    }

    @Override
    public String toString() {
        return "bulk job " + id;
    }
}
