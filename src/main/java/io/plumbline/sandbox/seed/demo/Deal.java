package io.plumbline.sandbox.seed.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One opportunity while the story is told; written down at its end, when the last activity is known. */
final class Deal {

    /** Where the deal stands. */
    enum Stage {
        QUALIFICATION("Qualification", 10, "Pipeline"),
        NEEDS("Needs Analysis", 20, "Pipeline"),
        VALUE("Value Proposition", 50, "Pipeline"),
        PROPOSAL("Proposal/Price Quote", 75, "BestCase"),
        NEGOTIATION("Negotiation/Review", 90, "MostLikely"),
        WON("Closed Won", 100, "Closed"),
        LOST("Closed Lost", 0, "Omitted");

        private final String label;
        private final int probability;
        private final String forecast;

        Stage(String label, int probability, String forecast) {
            this.label = label;
            this.probability = probability;
            this.forecast = forecast;
        }

        String label() {
            return label;
        }

        int probability() {
            return probability;
        }

        String forecast() {
            return forecast;
        }

        boolean closed() {
            return this == WON || this == LOST;
        }
    }

    private final String id;
    private final double amount;
    private final Stage stage;
    private final int createdAgo;
    private final int closeAgo;
    private String type = "Existing Customer - Upgrade";
    private String source = "Account Manager";
    private boolean planned = true;
    private int pushes;
    private double margin = 24;
    private int family;
    private int families = 1;
    private boolean neglected;
    private @Nullable LocalDate lastActivity;

    /** @param closeAgo days since the close date; negative when it lies ahead */
    Deal(String id, double amount, Stage stage, int createdAgo, int closeAgo) {
        this.id = id;
        this.amount = Math.round(amount / 100) * 100.0;
        this.stage = stage;
        this.createdAgo = createdAgo;
        this.closeAgo = closeAgo;
    }

    Deal renewal() {
        type = "Renewal";
        return this;
    }

    Deal from(String where) {
        source = where;
        return this;
    }

    /** Came up outside the account plan. */
    Deal unplanned() {
        planned = false;
        return this;
    }

    Deal pushed(int times) {
        pushes = times;
        return this;
    }

    Deal margin(double percent) {
        margin = percent;
        return this;
    }

    Deal of(int firstFamily, int count) {
        family = firstFamily;
        families = count;
        return this;
    }

    /** Nobody works on it since so many days. */
    Deal idleSince(LocalDate day) {
        neglected = true;
        lastActivity = day;
        return this;
    }

    /** Somebody worked on it on this day. */
    void worked(LocalDate day) {
        if (lastActivity == null || day.isAfter(lastActivity)) {
            lastActivity = day;
        }
    }

    boolean takesWork(int ago) {
        return !stage.closed() && !neglected && ago < createdAgo;
    }

    String id() {
        return id;
    }

    double amount() {
        return amount;
    }

    Stage stage() {
        return stage;
    }

    int createdAgo() {
        return createdAgo;
    }

    int closeAgo() {
        return closeAgo;
    }

    String type() {
        return type;
    }

    String source() {
        return source;
    }

    boolean planned() {
        return planned;
    }

    int pushes() {
        return pushes;
    }

    double margin() {
        return margin;
    }

    int family() {
        return family;
    }

    int families() {
        return families;
    }

    @Nullable
    LocalDate lastActivity() {
        return lastActivity;
    }
}
