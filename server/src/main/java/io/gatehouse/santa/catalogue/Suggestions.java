package io.gatehouse.santa.catalogue;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.events.search.Events;
import io.gatehouse.santa.events.search.ToldFile;
import io.gatehouse.santa.mine.MyMacs;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.software.SignedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody might take instead of asking: only what they may take, for only what was blocked where they may look. */
@Component
final class Suggestions {

    private static final int MOST = 5;

    private final Transactions transactions;
    private final CatalogueStore entries;
    private final Offers offers;
    private final Events events;
    private final MyMacs macs;

    Suggestions(Transactions transactions, CatalogueStore entries, Offers offers, Events events, MyMacs macs) {
        this.transactions = transactions;
        this.entries = entries;
        this.offers = offers;
        this.events = events;
        this.macs = macs;
    }

    /** Why an entry is suggested, the best reason first. */
    enum Likeness {
        /** Its rule lets the very file run. */
        COVERS_IT,
        SAME_SIGNER,
        SAME_NAME
    }

    /** One entry that is like what was blocked. */
    record Suggestion(Offer offer, Likeness likeness) {}

    List<Suggestion> of(Caller caller, @Nullable UUID event, @Nullable String sha256) {
        OrganizationScope scope = caller.scope();
        return transactions.read(
                scope,
                () -> file(caller, event, sha256)
                        .map(file -> alike(caller, SignedFile.of(file)))
                        .orElse(List.of()));
    }

    private Optional<ToldFile> file(Caller caller, @Nullable UUID event, @Nullable String sha256) {
        OrganizationScope scope = caller.scope();
        List<UUID> own = macs.owned(scope, caller.person());
        if (event != null) {
            return events.told(scope, event)
                    .filter(file -> own.contains(file.device()) || caller.may(Permission.EVENT_READ));
        }
        return Optional.ofNullable(sha256)
                .filter(hash -> MyMacs.SHA256.matcher(hash).matches())
                .flatMap(hash -> macs.latestBlock(scope, own, hash))
                .flatMap(block -> events.told(scope, block.id()));
    }

    private List<Suggestion> alike(Caller caller, SignedFile file) {
        OrganizationScope scope = caller.scope();
        List<RuleKey> keys = file.identity().keys();
        List<String> identifiers = Stream.concat(keys.stream().map(RuleKey::identifier), Stream.of(file.teamId()))
                .filter(text -> !text.isEmpty())
                .toList();
        List<CatalogueEntry> found =
                entries.alike(scope, offers.teams(scope, caller.person()), identifiers, file.fileName(), MOST);
        Map<UUID, Likeness> why = new HashMap<>();
        found.forEach(entry -> why.put(entry.id(), likeness(entry, file, keys)));
        List<Suggestion> suggestions = new ArrayList<>();
        for (Likeness each : Likeness.values()) {
            List<CatalogueEntry> some =
                    found.stream().filter(entry -> why.get(entry.id()) == each).toList();
            offers.offers(scope, caller.person(), some).forEach(offer -> suggestions.add(new Suggestion(offer, each)));
        }
        return suggestions;
    }

    private static Likeness likeness(CatalogueEntry entry, SignedFile file, List<RuleKey> keys) {
        if (keys.contains(entry.key())) {
            return Likeness.COVERS_IT;
        }
        boolean named =
                entry.name().toLowerCase(Locale.ROOT).equals(file.fileName().toLowerCase(Locale.ROOT));
        return named ? Likeness.SAME_NAME : Likeness.SAME_SIGNER;
    }
}
