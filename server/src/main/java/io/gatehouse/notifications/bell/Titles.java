package io.gatehouse.notifications.bell;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.notifications.NotificationSubjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what things are called now. */
@Component
final class Titles {

    private final List<NotificationSubjects> subjects;

    Titles(List<NotificationSubjects> subjects) {
        this.subjects = subjects;
    }

    List<BellView> add(OrganizationScope scope, List<BellView> rows) {
        Set<UUID> wanted = rows.stream().map(BellView::subject).collect(Collectors.toSet());
        Map<UUID, String> titles = new HashMap<>();
        subjects.forEach(source -> titles.putAll(source.titles(scope, wanted)));
        return rows.stream()
                .map(row -> row.titled(titles.getOrDefault(row.subject(), "")))
                .toList();
    }
}
