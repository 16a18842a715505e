package io.gatehouse.santa.votes;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.santa.ballot.Ballot;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Votes on software: to look, to vote, to review, and how votes count. */
@RestController
@RequestMapping("/api/organizations/{organization}")
final class VoteController {

    private final VoteDesk desk;
    private final VotePages pages;
    private final Voting voting;

    VoteController(VoteDesk desk, VotePages pages, Voting voting) {
        this.desk = desk;
        this.pages = pages;
        this.voting = voting;
    }

    /** What people vote on, the latest change first. */
    @GetMapping("/ballots")
    @Requires({Permission.REQUEST_CREATE, Permission.REQUEST_READ, Permission.REQUEST_DECIDE})
    Page<BallotView> list(
            Caller caller,
            @RequestParam(required = false) Ballot.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return pages.list(caller, state, cursor, Page.limit(limit));
    }

    /** A file, the ways to allow it, and what people say of each. */
    @GetMapping("/votes/{sha256}")
    @Requires(Permission.REQUEST_CREATE)
    VotePage read(Caller caller, @PathVariable String sha256) {
        return pages.of(caller, sha256);
    }

    @PostMapping("/votes/{sha256}")
    @Requires(Permission.REQUEST_CREATE)
    VotePage cast(Caller caller, @PathVariable String sha256, @RequestBody VoteDesk.Cast cast) {
        desk.cast(caller, sha256, cast);
        return pages.of(caller, sha256);
    }

    /** What one's own votes weigh, and why. */
    @GetMapping("/my/vote-weight")
    @Requires(Permission.REQUEST_CREATE)
    OwnWeight weight(Caller caller) {
        return OwnWeight.of(pages.weight(caller));
    }

    /**
     * What a review found.
     *
     * @param reason 10 to 2000 characters
     */
    record Review(@Nullable String reason) {}

    /** It is harmless: votes count again. */
    @PostMapping("/ballots/{ballot}/clear")
    @Requires(Permission.REQUEST_DECIDE)
    BallotView clear(Caller caller, @PathVariable UUID ballot, @RequestBody Review review) {
        desk.clear(caller, ballot, review.reason());
        return pages.ballot(caller, ballot);
    }

    /** It is bad: what votes granted ends. */
    @PostMapping("/ballots/{ballot}/condemn")
    @Requires(Permission.REQUEST_DECIDE)
    BallotView condemn(Caller caller, @PathVariable UUID ballot, @RequestBody Review review) {
        desk.condemn(caller, ballot, review.reason());
        return pages.ballot(caller, ballot);
    }

    /** Everybody votes anew; older votes are kept and count no more. */
    @PostMapping("/ballots/{ballot}/reset")
    @Requires(Permission.REQUEST_DECIDE)
    BallotView reset(Caller caller, @PathVariable UUID ballot, @RequestBody Review review) {
        desk.reset(caller, ballot, review.reason());
        return pages.ballot(caller, ballot);
    }

    @GetMapping("/voting-settings")
    @Requires({Permission.APPROVAL_POLICY_MANAGE, Permission.LEDGER_READ})
    KeptVoting settings(OrganizationScope scope) {
        return voting.find(scope);
    }

    @PutMapping("/voting-settings")
    @FreshFactor
    @Requires(Permission.APPROVAL_POLICY_MANAGE)
    KeptVoting change(OrganizationScope scope, @RequestBody KeptVoting changed) {
        return voting.change(scope, changed.version(), changed.settings());
    }
}
