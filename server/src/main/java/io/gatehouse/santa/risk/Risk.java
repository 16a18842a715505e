package io.gatehouse.santa.risk;

import java.util.ArrayList;
import java.util.List;

/**
 * How much there is to fear of software, 0 to 100: a sum of points of which each has its reason.
 *
 * @param reasons each with its points, for instance "+40: it is not signed"
 */
record Risk(int score, List<String> reasons) {

    private static final int HIGHEST = 100;
    private static final int FEW_MACS = 3;
    private static final int NEW_DAYS = 7;

    /** Takes a copy. */
    Risk {
        reasons = List.copyOf(reasons);
    }

    static Risk of(SoftwareKnowledge known) {
        Points points = new Points();
        signing(known.signingStatus(), points);
        if (known.disputed()) {
            points.add(30, "Macs disagree about who signed it");
        }
        if (known.macs() < FEW_MACS) {
            points.add(15, "it was seen on " + known.macs() + " Macs");
        }
        if (known.daysKnown() < NEW_DAYS) {
            points.add(10, "it is known for " + known.daysKnown() + " days");
        }
        if (known.refused() > 0) {
            points.add(20, known.refused() + " earlier requests for this signer's software were refused");
        } else if (known.allowed() > 0) {
            points.add(-15, known.allowed() + " earlier requests for this signer's software were approved");
        }
        return points.total();
    }

    private static void signing(String status, Points points) {
        switch (status) {
            case "PRODUCTION" -> points.add(0, "it has a production signature");
            case "DEVELOPMENT" -> points.add(20, "it has a development signature");
            case "ADHOC" -> points.add(35, "it is signed by nobody in particular");
            case "INVALID" -> points.add(60, "its signature is invalid");
            case "UNSIGNED" -> points.add(40, "it is not signed");
            default -> points.add(25, "no Mac told how it is signed");
        }
    }

    /** Adds up. */
    private static final class Points {

        private final List<String> reasons = new ArrayList<>();
        private int sum;

        void add(int points, String reason) {
            sum += points;
            reasons.add((points < 0 ? "" : "+") + points + ": " + reason);
        }

        Risk total() {
            return new Risk(Math.clamp(sum, 0, HIGHEST), reasons);
        }
    }
}
