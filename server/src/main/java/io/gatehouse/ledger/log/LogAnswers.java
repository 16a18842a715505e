package io.gatehouse.ledger.log;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers of a log. */
final class LogAnswers {

    static final String TEXT = "text/plain;charset=utf-8";

    /** A full tile of hashes never changes, and tells nothing to whoever finds it. */
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private LogAnswers() {}

    /** Entries may be erased or dropped, and are not for whoever uses the browser next. */
    static ResponseEntity<byte[]> tile(TilePath path, byte[] content) {
        boolean isForGood = path.level() != null && path.width() == TilePath.FULL;
        return ResponseEntity.ok()
                .cacheControl(isForGood ? FOR_GOOD : CacheControl.noStore())
                .body(content);
    }

    static ResponseEntity<String> download(String name, String content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
