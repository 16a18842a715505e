package io.gatehouse.ledger.log;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers of a log. */
final class LogAnswers {

    static final String TEXT = "text/plain;charset=utf-8";

    /** A tile never changes. */
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private LogAnswers() {}

    static ResponseEntity<byte[]> tile(byte[] content) {
        return ResponseEntity.ok().cacheControl(FOR_GOOD).body(content);
    }

    static ResponseEntity<String> download(String name, String content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
