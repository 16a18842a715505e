package io.gatehouse.testkit.fleet.net;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** One POST: where, with which headers and bytes, and how long the caller waits. */
public record Call(URI uri, Map<String, String> headers, byte[] body, Duration timeout) {}
