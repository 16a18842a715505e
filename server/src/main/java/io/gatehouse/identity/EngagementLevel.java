package io.gatehouse.identity;

import static io.gatehouse.kernel.Permission.CONFIGURATION_MANAGE;
import static io.gatehouse.kernel.Permission.CONFIGURATION_READ;
import static io.gatehouse.kernel.Permission.DASHBOARD_READ;
import static io.gatehouse.kernel.Permission.DEVICE_MANAGE;
import static io.gatehouse.kernel.Permission.DEVICE_READ;
import static io.gatehouse.kernel.Permission.ENROLMENT_MANAGE;
import static io.gatehouse.kernel.Permission.EVENT_READ;
import static io.gatehouse.kernel.Permission.LEDGER_READ;
import static io.gatehouse.kernel.Permission.ORGANIZATION_READ;
import static io.gatehouse.kernel.Permission.REQUEST_CREATE;
import static io.gatehouse.kernel.Permission.REQUEST_DECIDE;
import static io.gatehouse.kernel.Permission.REQUEST_READ;
import static io.gatehouse.kernel.Permission.RULE_MANAGE;
import static io.gatehouse.kernel.Permission.RULE_READ;

import io.gatehouse.kernel.Permission;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far an engagement reaches at the customer, at most: a person never may do there what their roles at the provider do
 * not allow. No level reaches the customer's people, their sign-in, or the organization itself.
 */
public enum EngagementLevel {
    /** Sees how things stand and changes nothing. */
    READ_ONLY(EnumSet.of(
            ORGANIZATION_READ,
            DASHBOARD_READ,
            LEDGER_READ,
            DEVICE_READ,
            RULE_READ,
            CONFIGURATION_READ,
            EVENT_READ,
            REQUEST_READ)),
    /** Does the daily work: devices, enrolments, rules, requests and their decisions. */
    FULL(READ_ONLY, EnumSet.of(DEVICE_MANAGE, ENROLMENT_MANAGE, RULE_MANAGE, REQUEST_CREATE, REQUEST_DECIDE)),
    /** Changes the configuration as well, which reaches all Macs at once. */
    EMERGENCY(FULL, EnumSet.of(CONFIGURATION_MANAGE));

    private final Set<Permission> permissions;

    EngagementLevel(EnumSet<Permission> permissions) {
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    EngagementLevel(EngagementLevel lower, EnumSet<Permission> more) {
        EnumSet<Permission> all = EnumSet.copyOf(more);
        all.addAll(lower.permissions);
        this.permissions = Collections.unmodifiableSet(all);
    }

    /** What it allows to whom nothing is missing at the provider. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** What it allows to somebody who holds these at the provider; belonging there is enough to see the customer. */
    public Set<Permission> permissionsOf(Collection<Permission> atProvider) {
        EnumSet<Permission> allowed = EnumSet.of(ORGANIZATION_READ);
        allowed.addAll(atProvider);
        allowed.retainAll(permissions);
        return Collections.unmodifiableSet(allowed);
    }
}
