package io.gatehouse.santa.software;

/** Names in the subject of a request for software, beside those of {@link SignedFile#texts()}. */
public final class SoftwareSubject {

    /** The kind of these requests. */
    public static final String KIND = "SOFTWARE";

    /** The file. */
    public static final String SHA256 = "sha256";

    /** The Mac that it is asked for. */
    public static final String DEVICE = "deviceId";

    /** The block that was asked about. */
    public static final String EVENT = "eventId";

    /** The entry of the catalogue that was taken; then the subject names the rule too. */
    public static final String ENTRY = "catalogueEntry";

    private SoftwareSubject() {}
}
