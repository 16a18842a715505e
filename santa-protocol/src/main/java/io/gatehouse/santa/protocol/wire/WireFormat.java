package io.gatehouse.santa.protocol.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a message is written; the answer always takes the form of the request (facts of santa.sync.v1 transport). */
public enum WireFormat {
    JSON("application/json"),
    /** Clients with SyncEnableProtoTransfer. */
    PROTOBUF("application/x-protobuf");

    private final String contentType;

    WireFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The value of the Content-Type header. */
    public String contentType() {
        return contentType;
    }

    /**
     * The form that a Content-Type header announces. No header at all, and {@code application/octet-stream}, which clients use for a stage without
     * a message, mean JSON: an empty body is an empty message in either form.
     */
    public static WireFormat of(@Nullable String header) throws WireException {
        if (header == null) {
            return JSON;
        }
        int parameters = header.indexOf(';');
        String type = (parameters < 0 ? header : header.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (type) {
            case "", "application/json", "text/json", "application/octet-stream" -> JSON;
            case "application/x-protobuf", "application/protobuf" -> PROTOBUF;
            default ->
                throw new WireException(
                        WireException.Reason.UNSUPPORTED,
                        "Content-Type must be application/json or application/x-protobuf");
        };
    }
}
