package io.plumbline.ops.console;

import io.plumbline.journal.Effect;
import io.plumbline.journal.Run;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One run with every record that it sent.
 *
 * @param notes what went wrong, in the words of the run; empty for those who see no names
 * @param outcome which outcomes are shown, empty text for all
 */
record RunView(
        RunLine line,
        String day,
        String notes,
        String apiCalls,
        List<Choice> outcomes,
        List<Row> rows,
        Paging paging,
        String outcome,
        @Nullable String previous,
        @Nullable String next) {

    static final int SIZE = 50;

    /** An outcome to choose. */
    record Choice(String label, String address, boolean current) {}

    /**
     * One record that was sent.
     *
     * @param account its name, or its Id for those who see no names
     * @param what which change it was
     * @param message what Salesforce said and who can mend it; empty for those who see no names
     */
    record Row(
            String accountId,
            String account,
            String record,
            String what,
            String outcome,
            String mood,
            String reason,
            String message) {

        private static final int SHOWN = 90;

        /** The reason as far as a line holds it. */
        public String beginning() {
            return reason.substring(0, Math.min(SHOWN, reason.length())) + " ...";
        }
    }

    /** @param names of accounts by Id */
    static RunView of(
            Run run,
            List<Effect> effects,
            Map<String, String> names,
            Effect.@Nullable Outcome outcome,
            Paging paging,
            boolean seesNames,
            Instant now) {
        return new RunView(
                RunLine.of(run, now),
                run.asOf().toString(),
                seesNames ? run.summary() : "",
                Figures.of(run.counters().apiCalls()),
                choices(run, outcome),
                effects.stream().map(effect -> row(effect, names, seesNames)).toList(),
                paging,
                outcome == null ? "" : words(outcome),
                paging.hasPrevious() ? address(run, outcome, paging.page() - 1) : null,
                paging.hasNext() ? address(run, outcome, paging.page() + 1) : null);
    }

    private static List<Choice> choices(Run run, Effect.@Nullable Outcome current) {
        return Stream.concat(
                        Stream.of(new Choice("All", address(run, null, 1), current == null)),
                        Stream.of(Effect.Outcome.values())
                                .map(each -> new Choice(words(each), address(run, each, 1), each == current)))
                .toList();
    }

    private static String address(Run run, Effect.@Nullable Outcome outcome, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/runs/" + run.id());
        if (outcome != null) {
            address.queryParam("outcome", outcome.name().toLowerCase(Locale.ROOT));
        }
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.toUriString();
    }

    private static Row row(Effect effect, Map<String, String> names, boolean seesNames) {
        String id = effect.account().value();
        return new Row(
                id,
                seesNames ? names.getOrDefault(id, id) : id,
                effect.record().map(Object::toString).orElse(""),
                effect.changeKey().startsWith("account-") ? "fields" : "task " + effect.changeKey(),
                words(effect.outcome()),
                mood(effect.outcome()),
                seesNames ? effect.reason() : "",
                seesNames ? effect.message() : "");
    }

    private static String words(Effect.Outcome outcome) {
        return switch (outcome) {
            case OK -> "Saved";
            case REFUSED -> "Refused";
            case UNKNOWN -> "Not known";
        };
    }

    private static String mood(Effect.Outcome outcome) {
        return switch (outcome) {
            case OK -> "good";
            case REFUSED -> "poor";
            case UNKNOWN -> "fair";
        };
    }
}
