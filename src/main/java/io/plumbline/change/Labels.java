package io.plumbline.change;

import java.util.Locale;
import java.util.Map;

/** What the measures and caps of the model are called in text that people read. */
final class Labels {

    private static final Map<String, String> BY_ID = Map.ofEntries(
            Map.entry("executive.engaged", "Executives in touch"),
            Map.entry("executive.recency", "Last contact with an executive"),
            Map.entry("executive.sponsor", "Our executive sponsor"),
            Map.entry("breadth.engaged", "People in touch"),
            Map.entry("breadth.customer_concentration", "Contact rests on few of their people"),
            Map.entry("breadth.supplier_concentration", "Contact rests on few of our people"),
            Map.entry("breadth.buying_roles", "Buying roles covered"),
            Map.entry("rhythm.recency", "Last contact"),
            Map.entry("rhythm.trend", "Contact compared with before"),
            Map.entry("rhythm.reciprocity", "Answers from the customer"),
            Map.entry("rhythm.next_meeting", "Next meeting"),
            Map.entry("momentum.growth", "Revenue growth"),
            Map.entry("momentum.pipeline", "Open pipeline"),
            Map.entry("momentum.win_rate", "Win rate"),
            Map.entry("momentum.slippage", "Deals that slip"),
            Map.entry("momentum.margin", "Margin"),
            Map.entry("momentum.wallet", "Share of wallet"),
            Map.entry("value.proactive", "Opportunities we started"),
            Map.entry("value.whitespace", "Product families sold"),
            Map.entry("satisfaction.csat", "Satisfaction (CSAT)"),
            Map.entry("satisfaction.nps", "Recommendation (NPS)"),
            Map.entry("satisfaction.escalations", "Open escalations"),
            Map.entry("satisfaction.case_age", "Age of open cases"),
            Map.entry("satisfaction.case_trend", "New cases compared with before"),
            Map.entry("cap.silence", "Nobody has been in touch"),
            Map.entry("cap.renewal", "A renewal nobody works on"),
            Map.entry("cap.champion_left", "A champion or decision maker left"),
            Map.entry("cap.escalation", "An escalation open too long"),
            Map.entry("cap.revenue_loss", "Revenue lost"),
            Map.entry("cap.no_executive", "No executive in touch"));

    private Labels() {}

    /** The label; for a measure that the administrator added, made from its id. */
    static String of(String id) {
        String label = BY_ID.get(id);
        return label != null ? label : fromId(id);
    }

    private static String fromId(String id) {
        String words = id.substring(id.lastIndexOf('.') + 1).replace('_', ' ').strip();
        return words.isEmpty() ? id : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
