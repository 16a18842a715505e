package io.gatehouse.identity.views;

import java.util.UUID;

/**
 * A list as somebody wants it again.
 *
 * @param list path of the list's page below the organization
 * @param query what the page's address says beside the path
 * @param preferred whether the list opens so
 */
record SavedView(UUID id, String list, String name, String query, boolean preferred) {}
