package io.gatehouse.identity;

import static io.gatehouse.identity.OrganizationKind.CUSTOMER;
import static io.gatehouse.identity.OrganizationKind.ENTERPRISE;
import static io.gatehouse.identity.OrganizationKind.PROVIDER;
import static io.gatehouse.kernel.Permission.CONFIGURATION_READ;
import static io.gatehouse.kernel.Permission.CUSTOMER_CREATE;
import static io.gatehouse.kernel.Permission.CUSTOMER_READ;
import static io.gatehouse.kernel.Permission.DASHBOARD_READ;
import static io.gatehouse.kernel.Permission.DEVICE_MANAGE;
import static io.gatehouse.kernel.Permission.DEVICE_READ;
import static io.gatehouse.kernel.Permission.ENGAGEMENT_MANAGE;
import static io.gatehouse.kernel.Permission.ENGAGEMENT_READ;
import static io.gatehouse.kernel.Permission.ENROLMENT_MANAGE;
import static io.gatehouse.kernel.Permission.ENTRANT_END;
import static io.gatehouse.kernel.Permission.ENTRANT_READ;
import static io.gatehouse.kernel.Permission.EVENT_READ;
import static io.gatehouse.kernel.Permission.INSTALLATION_OPERATE;
import static io.gatehouse.kernel.Permission.LEDGER_EXPORT;
import static io.gatehouse.kernel.Permission.LEDGER_READ;
import static io.gatehouse.kernel.Permission.ORGANIZATION_READ;
import static io.gatehouse.kernel.Permission.PEOPLE_PROVISION;
import static io.gatehouse.kernel.Permission.PEOPLE_READ;
import static io.gatehouse.kernel.Permission.PORTFOLIO_READ;
import static io.gatehouse.kernel.Permission.REQUEST_CREATE;
import static io.gatehouse.kernel.Permission.REQUEST_DECIDE;
import static io.gatehouse.kernel.Permission.REQUEST_READ;
import static io.gatehouse.kernel.Permission.RULE_MANAGE;
import static io.gatehouse.kernel.Permission.RULE_READ;

import io.gatehouse.kernel.Permission;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Named sets of permissions that a person holds in one organization, each fitting one kind of organization. */
public enum Role {
    END_USER(
            ENTERPRISE,
            "End user",
            "Sees the blocks of their own Macs and asks for software.",
            EnumSet.of(ORGANIZATION_READ, REQUEST_CREATE)),
    TEAM_LEAD(
            ENTERPRISE,
            "Team lead",
            "Asks for software, and follows devices, blocks and requests.",
            EnumSet.of(ORGANIZATION_READ, DASHBOARD_READ, DEVICE_READ, EVENT_READ, REQUEST_CREATE, REQUEST_READ)),
    SECURITY_ADMIN(
            ENTERPRISE,
            "Security admin",
            "Decides requests and manages rules, configuration, devices, people and the organization.",
            administration()),
    AUDITOR(
            ENTERPRISE,
            "Auditor",
            "Reads everything, exports the ledger, changes nothing.",
            EnumSet.of(
                    ORGANIZATION_READ,
                    DASHBOARD_READ,
                    PEOPLE_READ,
                    LEDGER_READ,
                    LEDGER_EXPORT,
                    DEVICE_READ,
                    RULE_READ,
                    CONFIGURATION_READ,
                    EVENT_READ,
                    REQUEST_READ)),
    CUSTOMER_ADMIN(
            CUSTOMER,
            "Customer admin",
            "Decides requests and manages rules, configuration, devices, people and the organization.",
            administrationOfCustomer()),
    REPORT_VIEWER(
            CUSTOMER,
            "Report viewer",
            "Reads the dashboard, devices and events, and who of the provider may enter.",
            EnumSet.of(ORGANIZATION_READ, ENTRANT_READ, DASHBOARD_READ, DEVICE_READ, EVENT_READ)),
    REQUEST_USER(
            CUSTOMER,
            "Request user",
            "Sees the blocks of their own Macs and asks for software.",
            EnumSet.of(ORGANIZATION_READ, REQUEST_CREATE)),
    BASIC_USER(CUSTOMER, "Basic user", "Reads the dashboard.", EnumSet.of(ORGANIZATION_READ, DASHBOARD_READ)),
    SUPER_ADMIN(
            PROVIDER,
            "Super admin",
            "Manages the provider's own organization whole, and its customers.",
            EnumSet.complementOf(EnumSet.of(INSTALLATION_OPERATE, ENTRANT_READ, ENTRANT_END, PEOPLE_PROVISION))),
    TECHNICIAN(
            PROVIDER,
            "Technician",
            "Looks after devices and their enrolment.",
            EnumSet.of(
                    ORGANIZATION_READ,
                    CUSTOMER_READ,
                    PORTFOLIO_READ,
                    DASHBOARD_READ,
                    DEVICE_READ,
                    DEVICE_MANAGE,
                    ENROLMENT_MANAGE,
                    RULE_READ,
                    CONFIGURATION_READ,
                    EVENT_READ,
                    REQUEST_CREATE,
                    REQUEST_READ)),
    SECURITY_ANALYST(
            PROVIDER,
            "Security analyst",
            "Studies events, decides requests and manages rules.",
            EnumSet.of(
                    ORGANIZATION_READ,
                    CUSTOMER_READ,
                    PORTFOLIO_READ,
                    DASHBOARD_READ,
                    LEDGER_READ,
                    DEVICE_READ,
                    RULE_READ,
                    RULE_MANAGE,
                    CONFIGURATION_READ,
                    EVENT_READ,
                    REQUEST_CREATE,
                    REQUEST_READ,
                    REQUEST_DECIDE)),
    ACCOUNT_MANAGER(
            PROVIDER,
            "Account manager",
            "Creates customers and follows their figures.",
            EnumSet.of(ORGANIZATION_READ, CUSTOMER_READ, CUSTOMER_CREATE, PORTFOLIO_READ, PEOPLE_READ));

    private final OrganizationKind kind;
    private final String title;
    private final String description;
    private final Set<Permission> permissions;

    Role(OrganizationKind kind, String title, String description, EnumSet<Permission> permissions) {
        this.kind = kind;
        this.title = title;
        this.description = description;
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** What its holder does, in one sentence. */
    public String description() {
        return description;
    }

    /** What it allows. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether a person may hold it in an organization of that kind. */
    public boolean fits(OrganizationKind organization) {
        return kind == organization;
    }

    /** The role of an organization's first person, who can invite all others. */
    public static Role administratorOf(OrganizationKind organization) {
        return switch (organization) {
            case PROVIDER -> SUPER_ADMIN;
            case CUSTOMER -> CUSTOMER_ADMIN;
            case ENTERPRISE -> SECURITY_ADMIN;
        };
    }

    /** Whether it is the role of whoever runs an organization. */
    public boolean administers() {
        return this == administratorOf(kind);
    }

    /** Roles that a person may hold in an organization of that kind. */
    public static List<Role> of(OrganizationKind organization) {
        return Arrays.stream(values()).filter(role -> role.fits(organization)).toList();
    }

    /** Those that allow this. */
    public static List<Role> thatAllow(Permission permission) {
        return Arrays.stream(values())
                .filter(role -> role.permissions.contains(permission))
                .toList();
    }

    /** What the roles allow together. */
    public static Set<Permission> permissions(Collection<Role> roles) {
        EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(role.permissions));
        return Collections.unmodifiableSet(all);
    }

    private static EnumSet<Permission> administration() {
        return EnumSet.complementOf(EnumSet.of(
                INSTALLATION_OPERATE,
                CUSTOMER_READ,
                CUSTOMER_CREATE,
                ENGAGEMENT_READ,
                ENGAGEMENT_MANAGE,
                ENTRANT_READ,
                ENTRANT_END,
                PEOPLE_PROVISION,
                PORTFOLIO_READ));
    }

    private static EnumSet<Permission> administrationOfCustomer() {
        EnumSet<Permission> all = administration();
        all.addAll(EnumSet.of(ENTRANT_READ, ENTRANT_END));
        return all;
    }
}
