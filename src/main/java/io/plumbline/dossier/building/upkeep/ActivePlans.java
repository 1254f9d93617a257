package io.plumbline.dossier.building.upkeep;

import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.building.account.DossierBuilder;
import io.plumbline.dossier.building.plans.PlanFingerprint;
import io.plumbline.dossier.building.plans.SectionContents;
import io.plumbline.dossier.building.rows.ReadSources;
import io.plumbline.dossier.similarity.Holder;
import io.plumbline.dossier.similarity.PlanSections;
import io.plumbline.mirror.AccountRows;
import io.plumbline.mirror.MirroredOrg;
import java.util.List;
import java.util.function.Predicate;

/**
 * The active plans of an org, to be compared with each other. Drafts and closed plans neither copy nor are copied, since
 * nobody works by them.
 */
final class ActivePlans implements PlanSections {

    private final MirroredOrg org;
    private final Mapping mapping;
    private final List<RecordId> accounts;
    private final DossierBuilder builder;
    private final SectionContents contents;
    private final Families families;

    ActivePlans(
            MirroredOrg org,
            Mapping mapping,
            List<RecordId> accounts,
            DossierBuilder builder,
            SectionContents contents,
            Families families) {
        this.org = org;
        this.mapping = mapping;
        this.accounts = accounts;
        this.builder = builder;
        this.contents = contents;
        this.families = families;
    }

    @Override
    public void read(Predicate<String> wanted, Visitor visitor) {
        List<RecordId> these = accounts.stream()
                .filter(account -> wanted.test(account.value()))
                .toList();
        org.accounts(ReadSources.row(SourceName.ACCOUNT), these, PlanFingerprint.rows(mapping))
                .forEach(rows -> builder.plans(rows).stream()
                        .filter(Plan::isActive)
                        .forEach(plan -> contents.of(plan)
                                .forEach((section, content) -> visitor.visit(holder(rows), section, content))));
    }

    /** Accounts below the same one at the top are one customer. */
    Holder holder(AccountRows rows) {
        String id = rows.accountId().value();
        return new Holder(id, builder.name(rows), families.of(id));
    }
}
