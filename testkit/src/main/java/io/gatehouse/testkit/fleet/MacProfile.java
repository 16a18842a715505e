package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.wire.Compression;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a Mac is and what its configuration profile says: nothing that a sync changes.
 *
 * @param syncBaseUrl where it syncs; a path prefix may carry an enrolment secret
 * @param extraHeaders headers for every request, for instance a bearer token
 * @param uploadEventsOnClean whether the profile keeps unsent events over a clean sync
 * @param sipStatus System Integrity Protection's configuration bits, 0 when fully on
 * @param pushToken what push messages are addressed to, empty where there is none
 */
public record MacProfile(
        URI syncBaseUrl,
        String machineId,
        ClientVersion version,
        WireFormat format,
        Compression compression,
        Map<String, String> extraHeaders,
        String serialNumber,
        String hostname,
        String model,
        String osVersion,
        String osBuild,
        String primaryUser,
        List<String> primaryUserGroups,
        ClientMode initialMode,
        boolean uploadEventsOnClean,
        int sipStatus,
        String pushToken) {

    /** Copies what could change under it. */
    public MacProfile {
        extraHeaders = Map.copyOf(extraHeaders);
        primaryUserGroups = List.copyOf(primaryUserGroups);
    }

    /** A Mac of the newest release that speaks compressed JSON, everything else plausible and derived from its id. */
    public static Builder of(URI syncBaseUrl, String machineId) {
        return new Builder(syncBaseUrl, machineId);
    }

    /** Collects what differs from the usual. */
    public static final class Builder {
        private final URI syncBaseUrl;
        private final String machineId;
        private final Map<String, String> extraHeaders = new TreeMap<>();
        private ClientVersion version = ClientVersion.NEWEST;
        private WireFormat format = WireFormat.JSON;
        private Compression compression = Compression.DEFLATE;
        private String serialNumber;
        private String hostname;
        private String model = "Mac15,6";
        private String osVersion = "26.1";
        private String osBuild = "25B78";
        private String primaryUser = "";
        private List<String> primaryUserGroups = List.of();
        private ClientMode initialMode = ClientMode.MONITOR;
        private boolean uploadEventsOnClean;
        private int sipStatus;
        private String pushToken = "";

        private Builder(URI syncBaseUrl, String machineId) {
            this.syncBaseUrl = syncBaseUrl;
            this.machineId = machineId;
            this.serialNumber = "C" + Integer.toHexString(machineId.hashCode()).toUpperCase(Locale.ROOT);
            this.hostname = "mac-" + serialNumber.toLowerCase(Locale.ROOT) + ".example.test";
        }

        /** The Santa release. */
        public Builder version(String text) {
            this.version = ClientVersion.parse(text);
            return this;
        }

        /** JSON or protobuf. */
        public Builder format(WireFormat value) {
            this.format = value;
            return this;
        }

        /** How requests are packed. */
        public Builder compression(Compression value) {
            this.compression = value;
            return this;
        }

        /** One of the profile's extra headers. */
        public Builder header(String name, String value) {
            extraHeaders.put(name, value);
            return this;
        }

        /** Serial number, full host name and model identifier. */
        public Builder hardware(String serial, String host, String modelIdentifier) {
            this.serialNumber = serial;
            this.hostname = host;
            this.model = modelIdentifier;
            return this;
        }

        /** The system's version and build. */
        public Builder system(String versionText, String build) {
            this.osVersion = versionText;
            this.osBuild = build;
            return this;
        }

        /** Who uses the Mac, as its profile claims. */
        public Builder owner(String user, String... groups) {
            this.primaryUser = user;
            this.primaryUserGroups = List.of(groups);
            return this;
        }

        /** The mode before any server said one. */
        public Builder initialMode(ClientMode value) {
            this.initialMode = value;
            return this;
        }

        /** Keeps unsent events over clean syncs. */
        public Builder uploadEventsOnClean() {
            this.uploadEventsOnClean = true;
            return this;
        }

        /** System Integrity Protection's bits. */
        public Builder sipStatus(int bits) {
            this.sipStatus = bits;
            return this;
        }

        /** What push messages are addressed to. */
        public Builder pushToken(String token) {
            this.pushToken = token;
            return this;
        }

        /** The finished profile. */
        public MacProfile build() {
            return new MacProfile(
                    syncBaseUrl,
                    machineId,
                    version,
                    format,
                    compression,
                    extraHeaders,
                    serialNumber,
                    hostname,
                    model,
                    osVersion,
                    osBuild,
                    primaryUser,
                    primaryUserGroups,
                    initialMode,
                    uploadEventsOnClean,
                    sipStatus,
                    pushToken);
        }
    }
}
