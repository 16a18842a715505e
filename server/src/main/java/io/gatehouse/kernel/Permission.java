package io.gatehouse.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a role may allow. The name outside is in dots: {@code rule.manage}. */
public enum Permission {
    /** Top-level organizations and installation settings; sees no customer's data. */
    INSTALLATION_OPERATE,
    /** Being a member is enough. */
    ORGANIZATION_READ,
    ORGANIZATION_MANAGE,
    CUSTOMER_READ,
    CUSTOMER_CREATE,
    PEOPLE_READ,
    PEOPLE_MANAGE,
    /** To let a directory say who belongs here; for programs only, so no role has it. */
    PEOPLE_PROVISION,
    /** Service accounts and their keys. */
    KEY_MANAGE,
    /** To see for which customers a provider's people are engaged. */
    ENGAGEMENT_READ,
    /** To engage a provider's people for its customers. */
    ENGAGEMENT_MANAGE,
    /** To see, at a customer, who of the provider may enter. */
    ENTRANT_READ,
    /** To show a provider's people out of one's own organization. */
    ENTRANT_END,
    /** To follow the customers that one is engaged for. */
    PORTFOLIO_READ,
    LEDGER_READ,
    LEDGER_EXPORT,
    /** To have what the book says of somebody erased. */
    LEDGER_ERASE,
    /** To place and release holds, together with somebody else. */
    LEDGER_HOLD,
    /** To say for how long the book is kept. */
    LEDGER_RETAIN,
    DASHBOARD_READ,
    DEVICE_READ,
    DEVICE_MANAGE,
    ENROLMENT_MANAGE,
    RULE_READ,
    RULE_MANAGE,
    CONFIGURATION_READ,
    CONFIGURATION_MANAGE,
    EVENT_READ,
    /** To ask, and to see one's own Macs, blocks and requests. */
    REQUEST_CREATE,
    REQUEST_READ,
    REQUEST_DECIDE,
    /** To say who decides about requests. */
    APPROVAL_POLICY_MANAGE;

    /** The name outside, in dots. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
