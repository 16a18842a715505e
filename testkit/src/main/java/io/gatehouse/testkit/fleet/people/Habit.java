package io.gatehouse.testkit.fleet.people;

import io.gatehouse.testkit.fleet.FileAccess;
import io.gatehouse.testkit.fleet.software.Launch;
import java.time.Duration;
import java.util.List;

/**
 * How a person uses a Mac.
 *
 * @param first what is opened right after the first successful sync
 * @param familiar what is opened most of the time
 * @param unfamiliar what is opened now and then
 * @param watched accesses to watched files that happen now and then
 * @param adventurousness how often that is, in per cent
 * @param meanPause the mean time between two launches
 */
public record Habit(
        List<Launch> first,
        List<Launch> familiar,
        List<Launch> unfamiliar,
        List<FileAccess> watched,
        int adventurousness,
        Duration meanPause) {}
