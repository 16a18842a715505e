package io.gatehouse.santa.ballot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the votes of those who may vote now. What one department brings is bounded, so that it never decides alone. */
public final class Count {

    private static final int HUNDREDTHS = 100;

    private final List<Vote> up;
    private final List<Vote> down;
    private final Electorate electorate;
    private final int largestShare;

    /** Counts for a ballot; what a review has answered says nothing any more. */
    public Count(Ballot ballot, Electorate electorate, int largestShare) {
        List<Vote> counting = ballot.current().stream()
                .filter(vote -> electorate.has(vote.person()))
                .toList();
        this.up = counting.stream().filter(vote -> vote.side() == Side.UP).toList();
        this.down = counting.stream()
                .filter(vote -> vote.side() == Side.DOWN && !ballot.answered().contains(vote.id()))
                .toList();
        this.electorate = electorate;
        this.largestShare = largestShare;
    }

    /** Those for it. */
    public List<Vote> up() {
        return up;
    }

    /** Those that say it looks bad. */
    public List<Vote> down() {
        return down;
    }

    /** Hundredths that count towards this threshold: those for it, bounded by department, less those against it. */
    public int towards(int threshold) {
        return bounded(up, threshold) - sum(down);
    }

    /** Hundredths that count towards ending it. */
    public int against(int threshold) {
        return bounded(down, threshold) - sum(up);
    }

    boolean reaches(int threshold) {
        return towards(threshold) >= threshold * HUNDREDTHS;
    }

    boolean condemns(int threshold) {
        return against(threshold) >= threshold * HUNDREDTHS;
    }

    private int bounded(List<Vote> votes, int threshold) {
        Map<String, Integer> byDepartment = new HashMap<>();
        votes.forEach(vote -> byDepartment.merge(electorate.department(vote.person()), vote.points(), Integer::sum));
        int most = threshold * largestShare;
        return byDepartment.values().stream()
                .mapToInt(points -> Math.min(points, most))
                .sum();
    }

    private static int sum(List<Vote> votes) {
        return votes.stream().mapToInt(Vote::points).sum();
    }
}
