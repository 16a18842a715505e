package io.gatehouse.santa.home;

import io.gatehouse.santa.software.SoftwareView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How things stand in one organization. */
record Dashboard(
        Queue queue,
        Fleet fleet,
        List<Blocks> blocks,
        TimeToDecision timeToDecision,
        List<SoftwareView> newSoftware,
        List<TopBlocked> topBlocked) {

    /** Requests that wait. */
    record Queue(long open, @Nullable Instant oldestSubmittedAt) {}

    /** Devices that are not retired, by health, mode and client version. */
    record Fleet(
            long total,
            long healthy,
            long late,
            long stale,
            long drifted,
            long neverSynced,
            List<ByMode> byMode,
            List<ByVersion> byVersion) {}

    /**
     * Devices in a mode.
     *
     * @param mode as last reported, empty when never
     */
    record ByMode(String mode, long devices) {}

    /**
     * Devices with a client version.
     *
     * @param version as last reported, empty when never
     */
    record ByVersion(String version, long devices) {}

    /**
     * Executions in one hour or day; an hour counts to the day in which it begins.
     *
     * @param to not included
     * @param unknownAllowed allowed although no rule knew the file
     */
    record Blocks(Instant from, Instant to, long blocked, long unknownAllowed) {}

    /** How long decisions took in the window. */
    record TimeToDecision(
            @Nullable Double medianSeconds, @Nullable Double p90Seconds, long decided, List<Day> byDay) {}

    /** Decisions of one day in the organization's time zone. */
    record Day(LocalDate day, @Nullable Double medianSeconds, long decided) {}

    /** A file that was stopped often in the window. */
    record TopBlocked(String sha256, String fileName, long blocks, long devices) {}
}
