package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.RequestAdvanced;
import io.gatehouse.approvals.RequestClosed;
import io.gatehouse.approvals.RequestSubmitted;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Signals;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells open consoles that a request changed, after the change is kept. */
@Component
class RequestSignals {

    private final Signals signals;

    RequestSignals(Signals signals) {
        this.signals = signals;
    }

    @ApplicationModuleListener
    void on(RequestSubmitted event) {
        announce(event.organization());
    }

    @ApplicationModuleListener
    void on(RequestAdvanced event) {
        announce(event.organization());
    }

    @ApplicationModuleListener
    void on(RequestClosed event) {
        announce(event.organization());
    }

    private void announce(OrganizationId organization) {
        signals.announce(organization, Signals.Topic.REQUEST, 1);
    }
}
