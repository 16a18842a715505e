package io.gatehouse.approvals.routing;

import io.gatehouse.approvals.Fact;
import io.gatehouse.identity.Place;
import io.gatehouse.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of whoever asks, whatever they ask for. */
final class RequesterFacts {

    static final List<Fact> ALL = List.of(
            new Fact("department", Fact.Type.TEXT, "The requester's department."),
            new Fact("teams", Fact.Type.TEXTS, "Ids of the requester's teams and of all teams above them."),
            new Fact("roles", Fact.Type.TEXTS, "The requester's built-in roles, for instance END_USER."),
            new Fact("external", Fact.Type.TRUTH, "Whether the requester is only engaged by the provider."));

    private RequesterFacts() {}

    static Map<String, Object> of(Optional<Place> requester) {
        return Map.of(
                "department", requester.map(Place::department).orElse(""),
                "teams",
                        requester.stream()
                                .flatMap(place -> place.teamsAbove().stream())
                                .map(Object::toString)
                                .sorted()
                                .toList(),
                "roles",
                        requester.stream()
                                .flatMap(place -> place.roles().stream())
                                .map(Role::name)
                                .sorted()
                                .toList(),
                "external", requester.map(place -> !place.member()).orElse(true));
    }
}
