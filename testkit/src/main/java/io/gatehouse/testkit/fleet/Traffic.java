package io.gatehouse.testkit.fleet;

/** What one sync cost: requests (repeats and xsrf included) and body bytes as they were on the wire. */
public record Traffic(int requests, long sent, long received) {}
