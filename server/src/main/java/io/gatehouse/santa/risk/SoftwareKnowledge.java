package io.gatehouse.santa.risk;

import java.util.List;

/**
 * What an organization knows of software that somebody asks for.
 *
 * @param macs on which it was seen
 * @param daysKnown since it was first seen; 0 when it never was
 * @param disputed whether Macs disagree about who signed it
 * @param allowed among the latest requests for software of the same signer, how many were approved
 * @param refused how many of them were refused
 * @param deviceTags names of the tags of the Mac that it is asked for
 */
record SoftwareKnowledge(
        String signingStatus,
        long macs,
        long daysKnown,
        boolean disputed,
        long allowed,
        long refused,
        List<String> deviceTags) {

    /** Takes a copy. */
    SoftwareKnowledge {
        deviceTags = List.copyOf(deviceTags);
    }
}
