package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.dossier.Account;
import io.plumbline.dossier.Contact;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.User;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {

    private static final PolicyWords WORDS =
            new PolicyWords(Configuration.shipped().policy());

    @ParameterizedTest
    @CsvSource({
        "named-contact, Contact One",
        "nameless-contact, nameless-contact",
        "named-user, User One",
        "nameless-user, nameless-user",
        "contact-and-user, Contact Two",
        "nameless-contact-and-user, User Two",
        "nobody, nobody"
    })
    void somebodyWithoutANameIsCalledByTheId(String id, String name) {
        People people = people(
                List.of(
                        contact("named-contact", "Contact One"),
                        contact("nameless-contact", null),
                        contact("contact-and-user", "Contact Two"),
                        contact("nameless-contact-and-user", null)),
                List.of(
                        user("named-user", "User One"),
                        user("nameless-user", null),
                        user("contact-and-user", "User Three"),
                        user("nameless-contact-and-user", "User Two")));
        assertThat(people.nameOf(id)).isEqualTo(name);
    }

    @Test
    void whereUsersAreUnknownEverybodyIsCalledByTheIdWhoIsNoContact() {
        People people = people(List.of(contact("named-contact", "Contact One")), null);
        assertThat(people.nameOf("named-contact")).isEqualTo("Contact One");
        assertThat(people.nameOf("named-user")).isEqualTo("named-user");
    }

    private static People people(List<Contact> contacts, @Nullable List<User> users) {
        return new People(
                new Dossier(
                        LocalDate.of(2026, 3, 2),
                        new Account("a", "Acme", null, null, Map.of()),
                        true,
                        null,
                        Set.of(),
                        users,
                        null,
                        contacts,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of()),
                WORDS);
    }

    private static Contact contact(String id, @Nullable String name) {
        return new Contact(id, name, null, null, null, true, null, null);
    }

    private static User user(String id, @Nullable String name) {
        return new User(id, name, true, null);
    }
}
