package io.plumbline.flow.preview;

/**
 * A preview that names nobody, for people who may not see names (trap L10): accounts are their Ids, and every sentence that
 * could repeat a name from the org is left out.
 */
public final class WithoutNames {

    private static final String TEXT = "(text)";

    private WithoutNames() {}

    public static PortfolioPreview of(PortfolioPreview preview) {
        return new PortfolioPreview(
                preview.org().replaceAll(" as .*", ""),
                preview.currency(),
                preview.asOf(),
                preview.accounts().stream().map(WithoutNames::account).toList(),
                preview.calls(),
                preview.warnings(),
                preview.problems());
    }

    private static AccountPreview account(AccountPreview account) {
        return new AccountPreview(
                account.id(),
                account.id(),
                "",
                account.band(),
                account.health(),
                account.retention(),
                account.growth(),
                account.plan(),
                account.thoroughness(),
                account.vetting(),
                account.execution(),
                account.roles(),
                account.confidence(),
                account.trend(),
                account.attention(),
                account.reasons(),
                account.findings().stream().map(WithoutNames::finding).toList(),
                account.fields().stream().map(WithoutNames::field).toList(),
                account.tasks().stream().map(WithoutNames::task).toList(),
                account.held().stream()
                        .map(held -> held.replaceAll(".*?: ", ""))
                        .toList());
    }

    private static FindingPreview finding(FindingPreview finding) {
        return new FindingPreview(finding.id(), finding.theme(), finding.severity(), "", "", "");
    }

    private static FieldPreview field(FieldPreview field) {
        return field.text()
                ? new FieldPreview(
                        field.result(),
                        field.field(),
                        field.from().isEmpty() ? "" : TEXT,
                        field.to().isEmpty() ? "" : TEXT,
                        "",
                        true)
                : new FieldPreview(field.result(), field.field(), field.from(), field.to(), "", false);
    }

    private static TaskPreview task(TaskPreview task) {
        return new TaskPreview(
                task.move(), task.key(), task.theme(), "A task about " + task.theme(), "", task.due(), "");
    }
}
