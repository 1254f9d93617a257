package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.gate.BatchSize;
import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.Cursors;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.soql.QueryResult;
import io.plumbline.sandbox.soql.Soql;
import java.util.List;

/** {@code query}, {@code queryAll} and {@code queryMore}. */
final class QueryOperations {

    private final Soql soql;
    private final Cursors cursors;

    QueryOperations(Soql soql, Cursors cursors) {
        this.soql = soql;
        this.cursors = cursors;
    }

    List<SoapOperation> all() {
        return List.of(
                SoapOperation.reading(
                        "query",
                        request -> request.textOf("queryString"),
                        (call, request, out) -> first(call, request, out, soql.query(call.caller(), queryOf(request)))),
                SoapOperation.reading(
                        "queryAll",
                        request -> request.textOf("queryString"),
                        (call, request, out) ->
                                first(call, request, out, soql.queryAll(call.caller(), queryOf(request)))),
                SoapOperation.reading(
                        "queryMore",
                        request -> request.textOf("queryLocator"),
                        (call, request, out) -> write(
                                cursors.next(call.session(), request.operation().textOf("queryLocator")), out)));
    }

    private static String queryOf(SoapRequest request) {
        String query = request.operation().textOf("queryString");
        if (query.isBlank()) {
            throw new RefusedException("MALFORMED_QUERY", "A query string has to be specified");
        }
        return query;
    }

    private void first(Call call, SoapRequest request, XmlWriter out, QueryResult result) {
        int batch = BatchSize.of(request.batchSize(), call.caller().schema(), result);
        write(cursors.first(call.session(), result, batch), out);
    }

    private static void write(Cursors.Page page, XmlWriter out) {
        new RecordWriter(out).page("result", page);
    }
}
