package io.gatehouse.santa.requests;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.policy.RuleKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What votes need of software and of the requests for it. Joins the caller's open transaction. */
public interface VotedSoftware {

    /** A file that some Mac has told of. */
    Optional<Votable> find(OrganizationScope scope, String sha256);

    /** Whether the caller knows of the file without being told: it was blocked on their Mac, or they see all events. */
    boolean isKnownTo(Caller caller, String sha256);

    /** The open requests for files that this key names. */
    List<RequestId> asking(OrganizationScope scope, RuleKey key);

    /** The keys by which the file of a request may be allowed; none for other kinds of requests. */
    List<RuleKey> keys(OrganizationScope scope, RequestView request);

    /** Asks for the file, for everybody, in the name of the acting person. */
    void propose(OrganizationScope scope, String sha256, Statement why);

    /** The Macs of these that have a rule for this very key, or on which a rule may block the file. */
    Set<UUID> decided(OrganizationScope scope, Votable file, RuleKey key, Set<UUID> devices);

    /**
     * A file.
     *
     * @param ways by which it may be allowed, from the narrowest to the widest
     * @param blocked whether a rule for more than one Mac blocks it
     */
    record Votable(String sha256, String title, String signer, List<Way> ways, boolean blocked) {}

    /** One way to allow a file. */
    record Way(RuleKey key, String label, String explanation) {}
}
