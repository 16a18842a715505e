package io.gatehouse.testkit.fleet.software;

/** What macOS notes about a downloaded file; the time in Unix seconds. */
public record Download(String dataUrl, String refererUrl, String agentBundleId, long timestamp) {}
