package io.gatehouse.isolation;

import java.util.List;

/**
 * The tests that are played: together they make every store tell something. First those that find something only while
 * there are few organizations, or before hundreds of requests have asked in vain. Of a class that takes long, the methods
 * alone that show something no other does.
 */
final class Scenario {

    static final List<String> TESTS = List.of(
            "santa.policy.ExpiryIT",
            "identity.demands.DemandsIT",
            "identity.engagements.EmergencyIT",
            "identity.engagements.EngagementIT",
            "identity.engagements.HandOverIT",
            "identity.engagements.PortfolioIT",
            "identity.factor.PasskeyIT",
            "approvals.requests.RequestIT",
            "approvals.requests.RequestListIT",
            "identity.activity.ActivityIT",
            "identity.account.LostFactorsIT",
            "identity.account.OwnSessionsIT",
            "identity.connections.ConnectionEndIT",
            "identity.connections.ConnectionIT",
            "identity.factor.SecondFactorIT",
            "identity.domains.DomainIT",
            "identity.fallback.FallbackIT",
            "identity.federation.FederatedPeopleIT",
            "identity.federation.LinkedAccountIT",
            "identity.founding.FoundingIT",
            "identity.invitations.InvitationIT",
            "identity.keys.KeyExpiryIT",
            "identity.keys.ServiceAccountIT",
            "identity.leaving.DepartureIT",
            "identity.organizations.LogoIT",
            "identity.providers.ProviderSetupIT#aTestShowsClaimsAndWhatTheyWouldGiveAndSignsNobodyIn",
            "identity.providers.ProviderSetupIT#theWaysInDependOnTheDomainAlone",
            "identity.reset.PasswordResetIT",
            "identity.roles.CustomRoleIT",
            "identity.saml.SamlLogoutIT",
            "identity.saml.provider.SamlSignInIT#ourKeyChangesWithoutAnybodyFailing",
            "identity.scim.EntraIdIT",
            "identity.scim.OktaIT",
            "identity.scim.ProvisioningIT",
            "identity.teams.TeamIT",
            "identity.tokens.TokenIT",
            "identity.views.SavedViewIT",
            "identity.warnings.WarningsIT",
            "ledger.LedgerIT",
            "ledger.checkpoint.KeyRotationIT",
            "ledger.log.LogIT",
            "ledger.log.LogOfLogsIT",
            "ledger.watch.AlarmIT",
            "notifications.mail.OutboxIT",
            "santa.configuration.ConfigurationIT",
            "santa.devices.ClaimIT",
            "santa.devices.DeviceIT",
            "santa.devices.EnrolmentIT",
            "santa.devices.TagIT",
            "santa.events.EventDetailIT",
            "santa.events.EventIntakeIT",
            "santa.events.EventSearchIT",
            "santa.home.DashboardIT",
            "santa.policy.PolicyPublisherIT",
            "santa.requests.DisputedFileIT",
            "santa.requests.LeavingIT",
            "santa.requests.SoftwareRequestIT",
            "santa.requests.TeamRequestIT",
            "santa.rules.RuleIT",
            "santa.rules.RulesIT",
            "santa.software.SoftwareIT",
            "santa.sync.DeviceScreensIT",
            "santa.sync.SyncMetricsIT",
            "santa.sync.SyncOptionsIT",
            "vault.VaultIT");

    private Scenario() {}
}
