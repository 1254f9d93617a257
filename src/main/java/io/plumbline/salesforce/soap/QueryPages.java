package io.plumbline.salesforce.soap;

import com.sforce.soap.partner.QueryResult;
import io.plumbline.crm.CrmRecord;
import io.plumbline.salesforce.PageCursor;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.call.CallFailures;
import io.plumbline.salesforce.call.FieldTypes;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.PackedAnswer;
import io.plumbline.salesforce.soap.page.FlatPage;
import io.plumbline.salesforce.soap.page.FlatPages;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for the pages of queries. Reads those that are flat, and gives WSC all other answers. */
final class QueryPages {

    private final PartnerCalls calls;
    private final FieldTypes types;
    private final OpenQueries open = new OpenQueries();

    QueryPages(PartnerCalls calls, FieldTypes types) {
        this.calls = calls;
        this.types = types;
    }

    RecordPage first(SoqlQuery query) {
        FlatPages pages = new FlatPages(query, types);
        Question question = Question.first(query);
        return calls.opening(token -> page(token, query, question, pages)).result();
    }

    RecordPage next(PageCursor cursor) {
        Place place = Place.of(cursor.locator());
        FlatPages pages = open.take(cursor.locator()).orElseGet(() -> new FlatPages(cursor.query(), types));
        Question question = Question.more(place.locator());
        return calls.inSession(place.generation(), token -> page(token, cursor.query(), question, pages));
    }

    private RecordPage page(AccessToken token, SoqlQuery query, Question question, FlatPages pages) {
        RecordPage page = calls.asked(token, question, answer -> read(token, query, question, pages, answer))
                .get();
        page.next().ifPresent(next -> open.keep(next.locator(), pages));
        return page;
    }

    /** Typing what WSC read may ask for a description, which is a call by itself; so that comes when this one is over. */
    private Supplier<RecordPage> read(
            AccessToken token, SoqlQuery query, Question question, FlatPages pages, PackedAnswer answer) {
        Optional<FlatPage> flat = answer.successful() ? flat(answer, pages) : Optional.empty();
        if (flat.isPresent()) {
            return () -> page(token, query, flat.get());
        }
        QueryResult result = calls.result(token, answer, question.call());
        return () -> page(token, query, result);
    }

    private static Optional<FlatPage> flat(PackedAnswer answer, FlatPages pages) {
        try (InputStream page = answer.plain()) {
            return pages.read(page);
        } catch (NoAnswerException e) {
            throw CallFailures.noAnswer(e);
        } catch (IOException impossible) {
            throw new IllegalStateException("The page tells failures as NoAnswerException", impossible);
        }
    }

    private RecordPage page(AccessToken token, SoqlQuery query, FlatPage read) {
        read.frame().calls().ifPresent(told -> calls.told(told.used(), told.limit()));
        return page(
                token, query, read.records(), read.frame().total(), read.frame().locator());
    }

    private RecordPage page(AccessToken token, SoqlQuery query, QueryResult answer) {
        RecordReader reader = new RecordReader(query, types);
        List<CrmRecord> records =
                Arrays.stream(answer.getRecords()).map(reader::read).toList();
        Optional<String> locator = Optional.ofNullable(answer.getQueryLocator()).filter(next -> !answer.isDone());
        if (locator.isEmpty() && !answer.isDone()) {
            throw new SalesforceFailedException(new SalesforceFailure.UnexpectedAnswer(
                    "A page of " + query.object() + " is not the last, and does not say where the next one is.",
                    "Tell whoever maintains Plumbline; nothing of this page was kept."));
        }
        return page(token, query, records, answer.getSize(), locator);
    }

    private static RecordPage page(
            AccessToken token, SoqlQuery query, List<CrmRecord> records, int total, Optional<String> locator) {
        return new RecordPage(
                records, total, locator.map(next -> new PageCursor(query, new Place(token.generation(), next).text())));
    }

    /** A server's locator with the session it lives in: sent in another, it would look like a dead session. */
    private record Place(long generation, String locator) {

        static Place of(String text) {
            int colon = text.indexOf(':');
            return new Place(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
        }

        String text() {
            return generation + ":" + locator;
        }
    }
}
