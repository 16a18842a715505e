package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.RequestAdvanced;
import io.gatehouse.approvals.RequestClosed;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestSubmitted;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.notifications.Announcement;
import io.gatehouse.notifications.Announcements;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells programs outside what happens to requests, in the transaction in which it happens. */
@Component
class RequestAnnouncements {

    private final Announcements announcements;

    RequestAnnouncements(Announcements announcements) {
        this.announcements = announcements;
    }

    @EventListener
    void on(RequestSubmitted event) {
        announce(Announcement.Type.REQUEST_SUBMITTED, event.organization(), event.request());
    }

    @EventListener
    void on(RequestAdvanced event) {
        announce(Announcement.Type.REQUEST_ADVANCED, event.organization(), event.request());
    }

    @EventListener
    void on(RequestClosed event) {
        announce(Announcement.Type.REQUEST_CLOSED, event.organization(), event.request());
    }

    private void announce(Announcement.Type type, OrganizationId organization, RequestId request) {
        announcements.announce(
                OrganizationScope.system(organization),
                new Announcement(type, request.value(), "/requests/" + request));
    }
}
