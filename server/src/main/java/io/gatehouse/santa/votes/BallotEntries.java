package io.gatehouse.santa.votes;

import io.gatehouse.kernel.PersonId;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import io.gatehouse.santa.ballot.Ballot;
import io.gatehouse.santa.ballot.Vote;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the book is told about a ballot. */
final class BallotEntries {

    private BallotEntries() {}

    static NewEntry changed(String action, StoredBallot before, StoredBallot after) {
        return NewEntry.of(action, "ballot", after.ballot().id(), after.title()).change(fields(before), fields(after));
    }

    private static Map<String, @Nullable Object> fields(StoredBallot stored) {
        Ballot ballot = stored.ballot();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("ruleType", stored.key().type().name());
        fields.put("identifier", stored.key().identifier());
        fields.put("sha256", stored.sha256());
        fields.put("state", ballot.state().name());
        fields.put("round", ballot.round());
        fields.put("granting", ballot.granting());
        fields.put("proposed", ballot.proposed());
        fields.put(
                "answered",
                ballot.answered().stream().map(UUID::toString).sorted().toList());
        fields.put("votes", ballot.votes().stream().map(BallotEntries::fields).toList());
        return fields;
    }

    /** What a person says is theirs: the book commits to it, and it can be erased. */
    private static Map<String, @Nullable Object> fields(Vote vote) {
        PersonId person = vote.person();
        String reason = vote.reason();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", vote.id().toString());
        fields.put("person", person.toString());
        fields.put("side", vote.side().name());
        fields.put("points", vote.points());
        fields.put("reason", reason == null ? null : new Personal(reason, person));
        fields.put("at", vote.at().toString());
        return fields;
    }
}
