package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.RequestAdvanced;
import io.gatehouse.approvals.RequestClosed;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestSubmitted;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.notifications.Announcement;
import io.gatehouse.notifications.Announcements;
import io.gatehouse.notifications.Chats;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells programs outside and chats what happens to requests, in the transaction in which it happens. */
@Component
class RequestAnnouncements {

    private final Announcements announcements;
    private final Chats chats;

    RequestAnnouncements(Announcements announcements, Chats chats) {
        this.announcements = announcements;
        this.chats = chats;
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
        OrganizationScope scope = OrganizationScope.system(organization);
        announcements.announce(scope, new Announcement(type, request.value(), "/requests/" + request));
        chats.changed(scope, request.value());
    }
}
