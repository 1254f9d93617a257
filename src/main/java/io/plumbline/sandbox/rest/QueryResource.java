package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.BatchSize;
import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.Cursors;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.soql.QueryResult;
import io.plumbline.sandbox.soql.Soql;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code query} and {@code queryAll}, and their next pages. */
final class QueryResource implements Resource {

    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize\\s*=\\s*(\\d{1,9})");

    private final Soql soql;
    private final Cursors cursors;

    QueryResource(Soql soql, Cursors cursors) {
        this.soql = soql;
        this.cursors = cursors;
    }

    @Override
    public Optional<Step> step(Target target) {
        String name = target.piece(0);
        boolean query = name.equals("query") || name.equals("queryAll");
        if (!query || !target.method().equals("GET") || target.depth() > 2) {
            return Optional.empty();
        }
        if (target.depth() == 2) {
            String locator = target.piece(1);
            return Optional.of(Step.reading(
                    "queryMore", locator, call -> page(target, name, cursors.next(call.session(), locator))));
        }
        String text = target.request()
                .parameter("q")
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> new RefusedException("MALFORMED_QUERY", "A query string has to be specified"));
        return Optional.of(Step.reading(name, text, call -> first(target, name, call, text)));
    }

    private Response first(Target target, String name, Call call, String text) {
        QueryResult result =
                name.equals("query") ? soql.query(call.caller(), text) : soql.queryAll(call.caller(), text);
        if (target.request().parameter("columns").filter("true"::equals).isPresent()) {
            return Response.json(200, ColumnMetadata.of(result));
        }
        int batch = BatchSize.of(batchSize(target), call.caller().schema(), result);
        return page(target, name, cursors.first(call.session(), result, batch));
    }

    private static Response page(Target target, String name, Cursors.Page page) {
        return Response.json(200, RecordJson.page(target, name, page));
    }

    private static OptionalInt batchSize(Target target) {
        Matcher matcher = BATCH_SIZE.matcher(
                target.request().header("Sforce-Query-Options").orElse(""));
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
