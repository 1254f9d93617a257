package io.plumbline.flow.checkup;

import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.salesforce.SoqlQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the object that plans are kept in is there and holds any. */
final class PlansCheck implements SignedInCheck {

    @Override
    public String id() {
        return "plans";
    }

    @Override
    public String subject() {
        return "Account plans";
    }

    @Override
    public List<CheckupLine> lines(SignedIn org) {
        Optional<Source> plans = org.configuration().mapping().source(SourceName.PLANS);
        if (plans.isEmpty()) {
            return List.of(CheckupLine.warning(
                    id(),
                    subject(),
                    "mapping.yaml maps no plans, so nothing is said about them.",
                    "Sales operations maps sources.plans, for example from connector-config/examples."));
        }
        Source source = plans.get();
        if (!org.salesforce().objects().contains(source.object())) {
            return List.of(CheckupLine.notChecked(
                    id(), subject(), source.object() + " cannot be seen; what to do about it stands under Fields."));
        }
        long number = org.salesforce()
                .count(new SoqlQuery(source.object(), List.of(), source.where(), Optional.empty(), false));
        return List.of(
                number == 0
                        ? CheckupLine.warning(
                                id(),
                                subject(),
                                source.object()
                                        + " holds no plan that the integration user can see, so every account counts"
                                        + " as one without a plan.",
                                "Sales operations checks that plans are kept there and not in another object"
                                        + " (sources.plans in mapping.yaml), and a Salesforce administrator that"
                                        + " the integration user sees them.")
                        : CheckupLine.ok(
                                id(),
                                subject(),
                                String.format(
                                        Locale.ROOT,
                                        "%s holds %,d %s.",
                                        source.object(),
                                        number,
                                        number == 1 ? "plan" : "plans")));
    }
}
