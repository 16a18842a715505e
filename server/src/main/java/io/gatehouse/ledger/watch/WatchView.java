package io.gatehouse.ledger.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the watch over a book stands.
 *
 * @param checkedAt when everything new was last looked at; null before the first time
 * @param wholeCheckedAt when the whole book was last looked at; null before the first time
 * @param alarms open ones first, at most 100
 */
record WatchView(@Nullable Instant checkedAt, @Nullable Instant wholeCheckedAt, List<Alarm> alarms) {}
