package io.plumbline.ops.text;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.retention.Forgotten;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What was forgotten of a record, or would be, as whoever answers a person's request reads it. Names nobody. */
public final class ForgottenText {

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("mirror_row", "copies of Salesforce records"),
            Map.entry("mirror_old_name", "names people no longer go by"),
            Map.entry("journal_run", "summaries of runs"),
            Map.entry("journal_latest", "latest verdicts"),
            Map.entry("journal_effect", "what was written, and why"),
            Map.entry("journal_standing", "what accounts count for"),
            Map.entry("journal_standing_task", "tasks that count for somebody"),
            Map.entry("journal_wanted_task", "tasks that wait for room"),
            Map.entry("journal_due", "accounts to be looked at again"),
            Map.entry("journal_answer", "answers to findings"),
            Map.entry("outbox", "changes on their way"),
            Map.entry("quarantine", "records in quarantine"),
            Map.entry("derived_section", "plans that are alike"),
            Map.entry("derived_account", "who owns which account"),
            Map.entry("console_audit", "what was looked at in the console"));

    private ForgottenText() {}

    /** @param really whether it is forgotten now */
    public static String of(RecordId record, Map<RecordId, Forgotten> known, boolean really) {
        StringJoiner text = new StringJoiner(System.lineSeparator(), "", System.lineSeparator());
        if (known.isEmpty()) {
            text.add("Plumbline keeps nothing of " + record
                    + ". Whoever goes by another name in older texts is found with" + " --name.");
            return text.toString();
        }
        known.forEach((org, forgotten) -> {
            text.add((really ? "Forgotten" : "Kept") + " of " + record + " in org " + org + ":");
            if (forgotten.records() > 0) {
                text.add(line(forgotten.records(), "own records in the mirror"));
            }
            forgotten.texts().forEach((table, texts) -> text.add(line(texts, "named in: " + place(table))));
            forgotten.rows().forEach((table, rows) -> text.add(line(rows, "of the account alone: " + place(table))));
            if (forgotten.stillShown()) {
                text.add(
                        "  Salesforce still shows this record, so the next sync reads it again. Delete or anonymise it there"
                                + (really ? "." : " first."));
            }
        });
        text.add("");
        text.add(
                really
                        ? "Backups made before still hold it: delete them when their time is over. So may the log."
                        : "Nothing was changed. With --yes it is forgotten.");
        return text.toString();
    }

    private static String line(int number, String what) {
        return String.format(Locale.ROOT, "  %,7d  %s", number, what);
    }

    private static String place(String table) {
        return PLACES.getOrDefault(table, table);
    }
}
