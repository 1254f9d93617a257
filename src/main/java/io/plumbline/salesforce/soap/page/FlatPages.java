package io.plumbline.salesforce.soap.page;

import io.plumbline.crm.CrmRecord;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.call.FieldTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the records out of the pages of a query's answer, where each of them is no more than fields with texts, as Salesforce
 * writes them. WSC makes some 60 objects of each such record, and that is most of what a page costs.
 *
 * <p>Whatever looks different in any way (records within records, CDATA, comments, types told in the answer, a field that
 * is missing, a value that cannot be read) leaves the whole page to WSC. So this decides nothing by itself: it gives the
 * same, or it gives nothing. Good for one query, of which it learns how its records look; not to be shared by threads.
 */
public final class FlatPages {

    private static final byte[] BEGIN = ascii("<records ");
    private static final byte[] END = ascii("</records>");

    /** What comes before the first record is far shorter. */
    private static final int LONGEST_HEAD = 32 * 1024;

    private final RecordScanner scanner;
    private final PageWindow window = new PageWindow();

    public FlatPages(SoqlQuery query, FieldTypes types) {
        this.scanner = new RecordScanner(query, types);
    }

    /**
     * @param page to be closed by the caller
     * @return empty when it is WSC's to read, from its beginning
     * @throws IOException only when reading it throws that
     */
    public Optional<FlatPage> read(InputStream page) throws IOException {
        if (!scanner.knowsAllFields()) {
            return Optional.empty();
        }
        window.open(page);
        try {
            String head = head();
            List<CrmRecord> records = records();
            return Optional.of(new FlatPage(records, PageFrame.of(head + "<records/>" + tail())));
        } catch (NotFlatException | IllegalArgumentException leftToWsc) {
            return Optional.empty();
        } finally {
            window.open(InputStream.nullInputStream());
        }
    }

    private String head() throws IOException, NotFlatException {
        int begin = -1;
        while (begin < 0) {
            if (window.to() > LONGEST_HEAD || !window.more()) {
                throw new NotFlatException();
            }
            begin = window.first(BEGIN);
        }
        return window.taken(begin);
    }

    /** Only records that are here to their end are looked at, so that none of them has to be begun twice. */
    private List<CrmRecord> records() throws IOException, NotFlatException {
        List<CrmRecord> records = new ArrayList<>();
        do {
            int last = window.last(END);
            while (window.from() <= last) {
                records.add(scanner.read(window.bytes(), window.from()));
                window.done(scanner.end());
            }
        } while (window.more());
        return records;
    }

    private String tail() {
        return window.taken(window.to());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
