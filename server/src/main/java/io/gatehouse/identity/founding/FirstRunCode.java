package io.gatehouse.identity.founding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Proves that somebody can read the server's log. 60 bits, a few attempts, another one with each start. */
final class FirstRunCode {

    static final int ATTEMPTS = 10;

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 4;

    private final String text = generate(new SecureRandom());
    private final AtomicInteger wrong = new AtomicInteger();

    String text() {
        return text;
    }

    boolean isExhausted() {
        return wrong.get() >= ATTEMPTS;
    }

    boolean accepts(String given) {
        // Counted first, so that attempts at the same time cannot exceed the limit together.
        if (wrong.getAndIncrement() >= ATTEMPTS) {
            return false;
        }
        boolean right = MessageDigest.isEqual(bytes(text), bytes(given.strip()));
        if (right) {
            wrong.decrementAndGet();
        }
        return right;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String generate(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
