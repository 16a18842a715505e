package io.gatehouse.approvals.calendar;

import io.gatehouse.identity.Organizations;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each organization's calendar. A change counts for what begins after it: times that are set stay. */
@Component
public final class Calendars {

    private final Transactions transactions;
    private final CalendarStore store;
    private final Organizations organizations;
    private final Ledger ledger;

    Calendars(Transactions transactions, CalendarStore store, Organizations organizations, Ledger ledger) {
        this.transactions = transactions;
        this.store = store;
        this.organizations = organizations;
        this.ledger = ledger;
    }

    /** The calendar as it is; who set none is always open. */
    public BusinessCalendar of(OrganizationScope scope) {
        return transactions.read(scope, () -> store.find(scope)).orElseGet(() -> BusinessCalendar.always("UTC"));
    }

    /** As {@link #of}, in the organization's own time zone while it has set none. */
    BusinessCalendar shown(OrganizationScope scope) {
        return transactions
                .read(scope, () -> store.find(scope))
                .orElseGet(() -> BusinessCalendar.always(organizations.of(scope).timeZone()));
    }

    BusinessCalendar change(OrganizationScope scope, BusinessCalendar calendar) {
        return transactions.write(scope, () -> {
            Map<String, @Nullable Object> before =
                    store.find(scope).map(Calendars::fields).orElse(null);
            store.write(scope, calendar);
            ledger.append(
                    scope,
                    NewEntry.of("calendar.change", "calendar", scope.organization(), "Business calendar")
                            .change(before, fields(calendar)));
            return calendar;
        });
    }

    private static Map<String, @Nullable Object> fields(BusinessCalendar calendar) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("timeZone", calendar.timeZone());
        fields.put("days", calendar.days().stream().sorted().map(Enum::name).toList());
        fields.put("opens", calendar.opens().toString());
        fields.put("closes", calendar.closes().toString());
        fields.put(
                "holidays",
                calendar.holidays().stream()
                        .map(holiday -> holiday.date() + " " + holiday.name())
                        .toList());
        return fields;
    }
}
