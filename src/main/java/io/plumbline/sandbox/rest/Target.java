package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.http.Request;
import java.util.List;

/**
 * What a request aims at.
 *
 * @param version the API version, as {@code v65.0}
 * @param path the pieces after the version
 * @param request the request itself
 */
record Target(String version, List<String> path, Request request) {

    /** Method and first piece, which resources choose by. */
    String method() {
        return request.method();
    }

    int depth() {
        return path.size();
    }

    String piece(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** The absolute path of something below this version. */
    String url(String below) {
        return "/services/data/" + version + "/" + below;
    }
}
