package io.gatehouse.santa.catalogue;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Software that was approved beforehand. */
@RestController
@RequestMapping("/api/organizations/{organization}/catalogue")
final class CatalogueController {

    private static final int MOST_DEVICES = 100;

    private final Offers offers;
    private final Suggestions suggestions;
    private final Takings takings;
    private final Curation curation;

    CatalogueController(Offers offers, Suggestions suggestions, Takings takings, Curation curation) {
        this.offers = offers;
        this.suggestions = suggestions;
        this.takings = takings;
        this.curation = curation;
    }

    /** What the caller may take, by name. */
    @GetMapping
    @Requires(Permission.REQUEST_CREATE)
    Page<Offer> offers(
            Caller caller,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return offers.list(caller, text, cursor, Page.limit(limit));
    }

    /** What the caller may take that is like what was blocked on a Mac of theirs. */
    @GetMapping("/suggestions")
    @Requires(Permission.REQUEST_CREATE)
    List<Suggestions.Suggestion> suggestions(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID eventId,
            @RequestParam(required = false) @Nullable String sha256) {
        return suggestions.of(caller, eventId, sha256);
    }

    @PostMapping("/{entry}/take")
    @Requires(Permission.REQUEST_CREATE)
    Takings.Given take(Caller caller, @PathVariable UUID entry, @RequestBody Takings.Choice choice) {
        checkFew(choice.deviceIds());
        return takings.take(caller, entry, choice);
    }

    /** From which of one's own Macs it goes. */
    record Return(@Nullable List<UUID> deviceIds) {}

    @PostMapping("/{entry}/give-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.REQUEST_CREATE)
    void giveBack(Caller caller, @PathVariable UUID entry, @RequestBody Return back) {
        List<UUID> devices = back.deviceIds();
        if (devices == null || devices.isEmpty()) {
            throw ProblemException.invalid("deviceIds", "must be Macs of yours");
        }
        checkFew(devices);
        takings.giveBack(caller, entry, devices);
    }

    private static void checkFew(@Nullable List<UUID> devices) {
        if (devices != null && devices.size() > MOST_DEVICES) {
            throw ProblemException.invalid("deviceIds", "must be at most " + MOST_DEVICES);
        }
    }

    /** All entries, by name, for whoever curates. */
    @GetMapping("/entries")
    @Requires(Permission.RULE_READ)
    Page<CatalogueEntry> entries(
            OrganizationScope scope,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return curation.list(scope, text, cursor, Page.limit(limit));
    }

    @PostMapping("/entries")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.RULE_MANAGE)
    CatalogueEntry create(OrganizationScope scope, @RequestBody EntryInput input) {
        return curation.create(scope, input);
    }

    @PutMapping("/entries/{entry}")
    @Requires(Permission.RULE_MANAGE)
    CatalogueEntry update(OrganizationScope scope, @PathVariable UUID entry, @RequestBody EntryInput input) {
        return curation.update(scope, entry, input);
    }

    /** Those who have taken it keep it. */
    @DeleteMapping("/entries/{entry}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.RULE_MANAGE)
    void remove(
            OrganizationScope scope,
            @PathVariable UUID entry,
            @RequestParam(required = false) @Nullable Integer version) {
        curation.remove(scope, entry, version);
    }
}
