package io.plumbline.ops.console;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.AccountList.Filter;
import io.plumbline.journal.AccountList.Order;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which accounts somebody wants to see, as the address of the page says it. Words that mean nothing here narrow nothing.
 *
 * @param band the model's name of it, empty text for all
 * @param plan the model's name of it, empty text for all
 * @param owner the owner's name, empty text for all, and for those who see no names
 * @param search a part of the name, or an Id
 */
record PortfolioQuery(String band, String plan, String owner, String search, Order order, int page) {

    /** As the parameters come; any of them may be absent or nonsense. */
    record Asked(
            @Nullable String band,
            @Nullable String plan,
            @Nullable String owner,
            @Nullable String search,
            @Nullable String sort,
            @Nullable Integer page) {}

    static PortfolioQuery of(Asked asked, boolean seesNames) {
        return new PortfolioQuery(
                word(asked.band(), Band.values()),
                word(asked.plan(), ClockVerdict.values()),
                seesNames ? text(asked.owner()) : "",
                text(asked.search()),
                order(asked.sort(), seesNames),
                asked.page() == null ? 1 : asked.page());
    }

    /** Who sees no names finds accounts by Id alone: by letters, a search tells a name as well as the name itself. */
    Filter filter(boolean seesNames) {
        return new Filter(band, plan, owner, seesNames || RecordId.isId(search) ? search : "");
    }

    boolean isNarrowed() {
        return !(band + plan + owner + search).isEmpty();
    }

    /** The address of another order. */
    String sortedBy(Order other) {
        return address(other, 1);
    }

    /** The address of another page. */
    String turnedTo(int other) {
        return address(order, other);
    }

    private String address(Order by, int at) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/accounts");
        add(address, "band", band);
        add(address, "plan", plan);
        add(address, "owner", owner);
        add(address, "search", search);
        add(address, "sort", by == Order.ATTENTION ? "" : by.name().toLowerCase(Locale.ROOT));
        add(address, "page", at == 1 ? "" : String.valueOf(at));
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static Order order(@Nullable String sort, boolean seesNames) {
        Order order = Stream.of(Order.values())
                .filter(each -> each.name().equalsIgnoreCase(text(sort)))
                .findFirst()
                .orElse(Order.ATTENTION);
        return order == Order.NAME && !seesNames ? Order.ID : order;
    }

    private static String word(@Nullable String asked, Enum<?>[] known) {
        return Stream.of(known)
                .map(Enum::name)
                .filter(name -> name.equalsIgnoreCase(text(asked)))
                .findFirst()
                .orElse("");
    }

    private static String text(@Nullable String asked) {
        return Objects.requireNonNullElse(asked, "").strip();
    }
}
