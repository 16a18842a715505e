package io.gatehouse.kernel;

/** Seals what must be kept secret; the vault implements it. What one organization sealed only it can open. */
public interface Sealer {

    /**
     * Encrypts and authenticates.
     *
     * @param purpose bound to the result: opening under another purpose fails
     */
    byte[] seal(OrganizationId organization, String purpose, byte[] plaintext);

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalArgumentException when it was changed, or sealed for another organization or purpose
     */
    byte[] open(OrganizationId organization, String purpose, byte[] sealed);

    /** As {@link #seal(OrganizationId, String, byte[])}, for what belongs to no single organization, such as a person's. */
    byte[] seal(String purpose, byte[] plaintext);

    /**
     * Opens what {@link #seal(String, byte[])} made.
     *
     * @throws IllegalArgumentException when it was changed, or sealed for an organization or another purpose
     */
    byte[] open(String purpose, byte[] sealed);
}
