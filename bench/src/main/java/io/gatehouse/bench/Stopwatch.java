package io.gatehouse.bench;

import java.util.Arrays;

/** Times one thing many times over. */
final class Stopwatch {

    private final double[] milliseconds;

    private Stopwatch(double[] milliseconds) {
        this.milliseconds = milliseconds;
    }

    /** Something that may fail. */
    interface Work {
        void run() throws Exception;
    }

    static Stopwatch time(int warm, int times, Work work) throws Exception {
        for (int number = 0; number < warm; number++) {
            work.run();
        }
        double[] milliseconds = new double[times];
        for (int number = 0; number < times; number++) {
            milliseconds[number] = once(work);
        }
        return of(milliseconds);
    }

    static Stopwatch of(double[] milliseconds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        return new Stopwatch(sorted);
    }

    static double once(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    double percentile(int percent) {
        return milliseconds[Math.min(milliseconds.length - 1, milliseconds.length * percent / 100)];
    }
}
