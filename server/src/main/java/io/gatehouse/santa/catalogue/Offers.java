package io.gatehouse.santa.catalogue;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Place;
import io.gatehouse.identity.Places;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.mine.MyMacs;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody may take, and what they have. */
@Component
final class Offers {

    private final Transactions transactions;
    private final CatalogueStore entries;
    private final TakingStore takings;
    private final MyMacs macs;
    private final Places places;
    private final Clock clock;

    Offers(
            Transactions transactions,
            CatalogueStore entries,
            TakingStore takings,
            MyMacs macs,
            Places places,
            Clock clock) {
        this.transactions = transactions;
        this.entries = entries;
        this.takings = takings;
        this.macs = macs;
        this.places = places;
        this.clock = clock;
    }

    Page<Offer> list(Caller caller, @Nullable String text, @Nullable String cursor, int limit) {
        OrganizationScope scope = caller.scope();
        PersonId person = caller.person();
        return transactions.read(scope, () -> {
            Page<CatalogueEntry> page = Page.of(
                    entries.list(scope, teams(scope, person), text, Cursor.decode(cursor, 2), limit + 1),
                    limit,
                    Curation::cursor);
            return new Page<>(offers(scope, person, page.items()), page.next());
        });
    }

    List<Offer> offers(OrganizationScope scope, PersonId person, List<CatalogueEntry> shown) {
        List<UUID> ids = shown.stream().map(CatalogueEntry::id).toList();
        var taken = takings.taken(scope, ids, macs.owned(scope, person), clock.instant());
        return shown.stream().map(entry -> Offer.of(entry, taken)).toList();
    }

    /** The person's teams and all above them: what is for the people of one of these is for the person. */
    Set<TeamId> teams(OrganizationScope scope, PersonId person) {
        Place place = places.of(scope, List.of(person)).get(person);
        return place == null ? Set.of() : place.teamsAbove();
    }
}
