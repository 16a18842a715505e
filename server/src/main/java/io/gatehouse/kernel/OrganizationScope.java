package io.gatehouse.kernel;

/**
 * The organization that a transaction may see and change, and who acts in it. Every store method takes one.
 *
 * @param organization the only organization whose rows the database shows
 * @param actor who acts
 */
public record OrganizationScope(OrganizationId organization, Actor actor) {

    /** The server itself acting in one organization. */
    public static OrganizationScope system(OrganizationId organization) {
        return new OrganizationScope(organization, Actor.system());
    }
}
