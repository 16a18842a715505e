package io.gatehouse.santa.requests;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests for software: to ask, to look, to decide. */
@RestController
@RequestMapping("/api/organizations/{organization}/requests")
final class RequestController {

    private final Submissions submissions;
    private final SoftwareRequests requests;
    private final Verdicts verdicts;
    private final RequestDetails details;

    RequestController(Submissions submissions, SoftwareRequests requests, Verdicts verdicts, RequestDetails details) {
        this.submissions = submissions;
        this.requests = requests;
        this.verdicts = verdicts;
        this.details = details;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.REQUEST_CREATE)
    RequestDetail submit(Caller caller, @RequestBody Submissions.Asked asked) {
        return details.of(caller, submissions.submit(caller, asked).id());
    }

    /** Without rights over everybody's requests these are one's own and those of the people of one's teams. */
    @GetMapping
    @Requires(
            value = {Permission.REQUEST_CREATE, Permission.REQUEST_READ, Permission.REQUEST_DECIDE},
            teams = true)
    Page<RequestSummary> list(
            Caller caller,
            @RequestParam(required = false) @Nullable RequestState state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean decidable,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return requests.list(
                caller, new SoftwareRequests.Wanted(state, mine, decidable, text, cursor, Page.limit(limit)));
    }

    @GetMapping("/{request}")
    @Requires(
            value = {Permission.REQUEST_CREATE, Permission.REQUEST_READ, Permission.REQUEST_DECIDE},
            teams = true)
    RequestDetail read(Caller caller, @PathVariable RequestId request) {
        return details.of(caller, request);
    }

    /** What awaits the caller's own word, newest first, whatever right it comes from. */
    @GetMapping("/inbox")
    @Requires(
            value = {Permission.REQUEST_CREATE, Permission.REQUEST_DECIDE},
            teams = true)
    SoftwareRequests.Awaiting inbox(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return requests.awaiting(caller, cursor, Page.limit(limit));
    }

    /** A policy may ask whoever may ask: by name, role, team, or as somebody's lead. */
    @PostMapping("/{request}/approve")
    @Requires(
            value = {Permission.REQUEST_CREATE, Permission.REQUEST_DECIDE},
            teams = true)
    RequestDetail approve(Caller caller, @PathVariable RequestId request, @RequestBody Terms.Input terms) {
        verdicts.approve(caller, request, terms);
        return details.of(caller, request);
    }

    @PostMapping("/{request}/deny")
    @Requires(
            value = {Permission.REQUEST_CREATE, Permission.REQUEST_DECIDE},
            teams = true)
    RequestDetail deny(Caller caller, @PathVariable RequestId request, @RequestBody Verdicts.Denial denial) {
        verdicts.deny(caller, request, denial);
        return details.of(caller, request);
    }

    @PostMapping("/{request}/abstain")
    @Requires(
            value = {Permission.REQUEST_CREATE, Permission.REQUEST_DECIDE},
            teams = true)
    RequestDetail abstain(Caller caller, @PathVariable RequestId request, @RequestBody Verdicts.Abstention abstention) {
        verdicts.abstain(caller, request, abstention);
        return details.of(caller, request);
    }

    @PostMapping("/{request}/ask-back")
    @Requires(
            value = {Permission.REQUEST_CREATE, Permission.REQUEST_DECIDE},
            teams = true)
    RequestDetail askBack(Caller caller, @PathVariable RequestId request, @RequestBody Verdicts.Question question) {
        verdicts.askBack(caller, request, question);
        return details.of(caller, request);
    }

    @PostMapping("/{request}/revise")
    @Requires(Permission.REQUEST_CREATE)
    RequestDetail revise(
            Caller caller, @PathVariable RequestId request, @RequestBody SoftwareRequests.Revision revision) {
        requests.revise(caller, request, revision);
        return details.of(caller, request);
    }

    @PostMapping("/{request}/withdraw")
    @Requires(Permission.REQUEST_CREATE)
    RequestDetail withdraw(Caller caller, @PathVariable RequestId request) {
        requests.withdraw(caller, request);
        return details.of(caller, request);
    }
}
