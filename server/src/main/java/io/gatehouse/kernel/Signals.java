package io.gatehouse.kernel;

import java.util.List;
import java.util.function.Consumer;

/**
 * Quiet hints between nodes and to open consoles that something changed. A hint may be lost or merged with others, so
 * it never carries the change itself: whoever hears it reads again.
 */
public interface Signals {

    /** Tells all nodes, at most every half second for each organization and topic, that {@code count} things changed. */
    void announce(OrganizationId organization, Topic topic, int count);

    /**
     * Calls the listener, on a thread of the signals, for each hint heard from any node, this one included.
     *
     * @return closes the subscription
     */
    Subscription subscribe(Consumer<Signal> listener);

    /**
     * What changed.
     *
     * @param count how many things, at least 1
     */
    record Signal(OrganizationId organization, Topic topic, int count) {}

    /** Ends when closed. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Kinds of things, each with the permission of which a person needs one to hear of it. */
    enum Topic {
        EVENT(Permission.EVENT_READ),
        REQUEST(Permission.REQUEST_CREATE, Permission.REQUEST_READ, Permission.REQUEST_DECIDE),
        DEVICE(Permission.DEVICE_READ, Permission.REQUEST_CREATE),
        RULE(Permission.RULE_READ),
        LEDGER(Permission.LEDGER_READ),
        PEOPLE(Permission.PEOPLE_READ),
        ENGAGEMENT(Permission.ENGAGEMENT_READ, Permission.ENTRANT_READ, Permission.PORTFOLIO_READ);

        private final Permission[] anyOf;

        Topic(Permission... anyOf) {
            this.anyOf = anyOf;
        }

        /** Permissions of which one is enough. */
        public List<Permission> anyOf() {
            return List.of(anyOf);
        }
    }
}
