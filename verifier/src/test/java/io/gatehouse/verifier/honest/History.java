package io.gatehouse.verifier.honest;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What may happen to a log, at random. */
public final class History {

    private final Random random;
    public final HonestLog log;
    private final List<String> people;

    public History(long seed) {
        random = new Random(seed);
        log = new HonestLog(random);
        people = Stream.generate(log::uuid).limit(5).toList();
    }

    public void play(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
    }

    public void step() {
        switch (random.nextInt(20)) {
            case 0 -> log.erase(person());
            case 1 -> hold();
            case 2 -> log.release();
            case 3 -> log.drop(random.nextBoolean() ? "rules" : "people", month());
            case 4 -> rotateSometimes();
            case 5 -> log.now = log.now.plus(Duration.ofDays(random.nextInt(30)));
            case 6, 7, 8 -> log.append("person.update", person(), person(), "{\"n\":" + random.nextInt() + "}");
            case 9 -> log.append("person.note", person(), null, "@{\"long\":[]}");
            default -> log.append("rule.create", person(), null, "{\"x\":[1.5,-3,true,\"\\u0001\"]}");
        }
    }

    private void rotateSometimes() {
        if (random.nextInt(3) == 0) {
            log.rotate();
        }
    }

    private void hold() {
        switch (random.nextInt(3)) {
            case 0 -> log.hold(List.of(), log.now.minus(Duration.ofDays(20)), null);
            case 1 -> log.hold(List.of(person(), person()).stream().distinct().toList(), null, null);
            default -> log.hold(List.of(person()), log.now.minus(Duration.ofDays(9)), log.now);
        }
    }

    private YearMonth month() {
        return YearMonth.from(log.now.atZone(ZoneOffset.UTC)).minusMonths(random.nextInt(3));
    }

    public String person() {
        return people.get(random.nextInt(people.size()));
    }
}
