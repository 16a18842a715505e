package io.gatehouse.santa.votes;

/**
 * The settings as they are kept.
 *
 * @param version to be sent back with a change; 0 while nothing is set
 */
record KeptVoting(int version, VotingSettings settings) {}
