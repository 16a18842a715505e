package io.gatehouse.approvals.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;

/** Where approvers come from. All but a person and a team are looked up when the stage begins and again at each decision. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Approvers.Holders.class, name = "PERMISSION"),
    @JsonSubTypes.Type(value = Approvers.Holding.class, name = "ROLE"),
    @JsonSubTypes.Type(value = Approvers.Someone.class, name = "PERSON"),
    @JsonSubTypes.Type(value = Approvers.Members.class, name = "TEAM"),
    @JsonSubTypes.Type(value = Approvers.Leads.class, name = "LEAD"),
    @JsonSubTypes.Type(value = Approvers.Superior.class, name = "MANAGER"),
    @JsonSubTypes.Type(value = Approvers.Owner.class, name = "OWNER"),
    @JsonSubTypes.Type(value = Approvers.Contact.class, name = "CUSTOMER_CONTACT")
})
public sealed interface Approvers {

    /** Whoever holds a permission in the organization, or for a team of the requester. */
    record Holders(Permission permission) implements Approvers {}

    /** Whoever holds a built-in role in the organization. */
    record Holding(Role role) implements Approvers {}

    /** One person. */
    record Someone(PersonId person) implements Approvers {}

    /** The people of a team. */
    record Members(TeamId team) implements Approvers {}

    /** Those who lead a team of the requester. */
    record Leads() implements Approvers {}

    /** The requester's manager, as the identity provider or an administrator named them. */
    record Superior() implements Approvers {}

    /** Whose the device or object is that the request is about. */
    record Owner() implements Approvers {}

    /** The customer's own administrators, not those of its provider. */
    record Contact() implements Approvers {}
}
