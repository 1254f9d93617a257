package io.plumbline.extract.reading;

import io.plumbline.mirror.GatheredRows;
import io.plumbline.mirror.OpenStream;
import io.plumbline.salesforce.PageTaker;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamPlace;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import io.plumbline.salesforce.StreamedPage;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A window of a source as one large answer: all of it at first, and later what changed, when that is much. Its rows come in
 * no order, so the watermark moves when all of them are there (trap D3); until then what is stored beside the rows is where
 * to go on (trap D6).
 */
final class LargeReading {

    private final SalesforceOrg org;
    private final SourceQuery source;
    private final SourceMirror mirror;

    LargeReading(SalesforceOrg org, SourceQuery source, SourceMirror mirror) {
        this.org = org;
        this.source = source;
        this.mirror = mirror;
    }

    /**
     * @param window whose end may lie later than that of an earlier run which began with it
     * @param expected how many rows there are, where that was asked already
     * @return whether all of it was read; when not, it is to be read page by page
     */
    boolean read(Slice window, OptionalLong expected) {
        Optional<OpenStream> open = mirror.openStream().filter(stream -> isOurs(stream, window));
        Slice read =
                open.map(stream -> Slice.window(stream.from(), stream.until())).orElse(window);
        SoqlQuery query = source.window(read, Optional.empty());
        StreamRequest request = open.flatMap(stream -> StreamPlace.of(stream.place()))
                .map(place -> StreamRequest.of(query).from(place))
                .orElseGet(() -> new StreamRequest(query, expected, Optional.empty()));
        return switch (org.stream(request, new Taker(read))) {
            case StreamResult.Whole whole -> true;
            case StreamResult.Declined declined -> {
                mirror.closeStream();
                yield false;
            }
        };
    }

    /** One that asked for something else is given up. */
    private boolean isOurs(OpenStream open, Slice window) {
        boolean ours =
                open.fingerprint().equals(source.fingerprint()) && open.from().equals(window.from());
        if (!ours) {
            StreamPlace.of(open.place()).ifPresent(org::abandon);
            mirror.closeStream();
        }
        return ours;
    }

    /** Hands pages on when they have come to as many rows as the database takes well: each time the place is written, too. */
    private final class Taker implements PageTaker {

        private final Slice window;
        private final GatheredRows waiting;

        Taker(Slice window) {
            this.window = window;
            this.waiting = mirror.gathered(window);
        }

        @Override
        public void begun(StreamPlace place) {
            mirror.apply(waiting, window, place);
        }

        @Override
        public void take(StreamedPage page) {
            mirror.gather(page.records(), waiting);
            if (page.last()) {
                waiting.store(mirror.reached(window.to(), true));
                mirror.closeStream();
            } else if (waiting.areEnough()) {
                mirror.apply(waiting, window, page.next());
            }
        }
    }
}
