package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.soql.text.SoqlParser;
import io.plumbline.sandbox.soql.text.SoqlText;

/** Answers SOQL over one org. */
public final class Soql {

    private final Org org;

    public Soql(Org org) {
        this.org = org;
    }

    /**
     * Records that are neither deleted nor archived.
     *
     * @throws io.plumbline.sandbox.record.refusal.RequestRefusedException when the query is malformed or names what the caller cannot see
     */
    public QueryResult query(Caller caller, String soql) {
        return run(caller, soql, false, org.setup().mostRowsInTime());
    }

    /** As {@link #query}, with deleted and archived records. */
    public QueryResult queryAll(Caller caller, String soql) {
        return run(caller, soql, true, org.setup().mostRowsInTime());
    }

    /** For Bulk jobs, which take the time they need. */
    public QueryResult queryAtLeisure(Caller caller, String soql, boolean deletedToo) {
        return run(caller, soql, deletedToo, Integer.MAX_VALUE);
    }

    private QueryResult run(Caller caller, String soql, boolean hiddenToo, int mostRows) {
        SoqlText text = new SoqlText(soql);
        ApexParser.QueryContext query = SoqlParser.parse(text);
        return org.readAs(
                caller, records -> new Evaluation(text, query, caller, org, records, hiddenToo, mostRows).run());
    }
}
