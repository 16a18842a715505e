package io.gatehouse.testkit.fleet;

/** The encoding of a client's messages. */
public enum WireFormat {
    JSON("application/json"),
    PROTOBUF("application/x-protobuf");

    private final String contentType;

    WireFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The Content-Type of requests; answers must be of the same kind. */
    public String contentType() {
        return contentType;
    }
}
