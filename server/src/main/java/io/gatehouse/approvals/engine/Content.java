package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.kernel.PersonId;

/**
 * What is asked for.
 *
 * @param version from 1
 * @param editor who wrote this version
 */
public record Content(int version, ContentHash hash, PersonId editor) {}
