package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.notifications.NotificationSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the requests are called that people are told of. */
@Component
final class RequestTitles implements NotificationSubjects {

    private final RequestStore requests;

    RequestTitles(RequestStore requests) {
        this.requests = requests;
    }

    @Override
    public Map<UUID, String> titles(OrganizationScope scope, Collection<UUID> subjects) {
        return requests.findAll(scope, subjects.stream().map(RequestId::new).toList()).stream()
                .collect(Collectors.toMap(
                        kept -> kept.id().value(), kept -> kept.asked().title()));
    }
}
