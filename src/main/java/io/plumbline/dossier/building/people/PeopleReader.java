package io.plumbline.dossier.building.people;

import io.plumbline.config.mapping.Fact;
import io.plumbline.dossier.Contact;
import io.plumbline.dossier.TeamMember;
import io.plumbline.dossier.User;
import io.plumbline.dossier.building.rows.MappedRow;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users, team members and contacts of mirrored rows. */
public final class PeopleReader {

    private final LocalDate asOf;

    public PeopleReader(LocalDate asOf) {
        this.asOf = asOf;
    }

    public User user(MappedRow row) {
        return new User(
                row.id(),
                row.text(Fact.USER_NAME),
                !Boolean.FALSE.equals(row.flag(Fact.USER_ACTIVE)),
                row.reference(Fact.USER_MANAGER));
    }

    public TeamMember member(MappedRow row) {
        return new TeamMember(row.reference(Fact.TEAM_USER), row.text(Fact.TEAM_ROLE));
    }

    public Contact contact(MappedRow row) {
        LocalDate left = row.day(Fact.CONTACT_INACTIVE_SINCE);
        return new Contact(
                row.id(),
                row.text(Fact.CONTACT_NAME),
                row.text(Fact.CONTACT_TITLE),
                row.text(Fact.CONTACT_LEVEL),
                row.text(Fact.CONTACT_BUYING_ROLE),
                isActive(row, left),
                left,
                row.day(Fact.CONTACT_CREATED));
    }

    /** A contact of another account, as the relation shows it; empty when the relation names nobody. */
    public Optional<Contact> related(MappedRow relation) {
        String id = relation.reference(Fact.RELATION_CONTACT);
        return Optional.ofNullable(id)
                .map(contact -> new Contact(
                        contact,
                        relation.text(Fact.RELATION_NAME),
                        relation.text(Fact.RELATION_TITLE),
                        null,
                        relation.text(Fact.RELATION_BUYING_ROLE),
                        !Boolean.FALSE.equals(relation.flag(Fact.RELATION_ACTIVE)),
                        null,
                        null));
    }

    private boolean isActive(MappedRow row, @Nullable LocalDate left) {
        Boolean stated = row.flag(Fact.CONTACT_ACTIVE);
        return stated != null ? stated : left == null || left.isAfter(asOf);
    }
}
