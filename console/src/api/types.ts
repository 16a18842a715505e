import type { components } from './generated';

type Schemas = components['schemas'];

/** Identifiers and times travel as text. */
export type Id = string;
export type Instant = string;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type PersonRef = Schemas['PersonRef'];
export type TagRef = Schemas['TagRef'];
export type DeviceRef = Schemas['DeviceRef'];
export type Actor = Schemas['Actor'];

export type Organization = Schemas['Organization'];
export type CreatedOrganization = Schemas['FoundingFounded'];
export type Session = Schemas['SessionView'];
export type Membership = Schemas['SessionViewMembershipView'];
export type Permission = Membership['permissions'][number];
export type RoleName = Membership['roles'][number];

export type FactorProof = Schemas['FactorProof'];
export type Factor = FactorProof['factor'];
export type OwnFactors = Schemas['SecondFactorsOverview'];
export type AppProposal = Schemas['SecondFactorsProposal'];
export type Passkey = Schemas['SecondFactorsPasskey'];
export type OwnSession = Schemas['OwnSessionsSessionRow'];
export type Connection = Schemas['Connection'];
export type WaitingProgram = Schemas['ConnectionWaiting'];
export type Activity = Schemas['Activity'];
export type SavedView = Schemas['SavedView'];
export type Domain = Schemas['Domain'];
export type IdentityProvider = Schemas['IdentityProvider'];
export type Provisioning = Schemas['ProvisioningView'];
export type RequiredProvider = Schemas['RequiredProvider'];
export type ProviderView = Schemas['ProviderView'];
export type MappingRule = Schemas['MappingRule'];
export type MappingDraft = Schemas['MappingDraft'];
export type Finding = Schemas['Finding'];
export type Interpretation = Schemas['Interpretation'];
export type TestOutcome = Schemas['TestOutcome'];
export type SamlCertificate = Schemas['SamlSetupCertificate'];
export type SignInWay = Schemas['SignInRoutesWay'];
export type SignInDemands = Schemas['SignInDemands'];

export type Role = Schemas['OrganizationRoleView'];
export type Person = Schemas['Standing'];
export type PersonProfile = Schemas['Profile'];
export type CustomRole = Schemas['CustomRole'];
export type Delegation = Schemas['Delegation'];
export type DelegationDraft = Schemas['DelegationsWanted'];
export type Departure = Schemas['Departure'];
export type Grant = Schemas['GivenGrant'];
export type Team = Schemas['Team'];
export type TeamDetail = Schemas['TeamDetail'];
export type Invitation = Schemas['Invitation'];
export type InvitationPreview = Schemas['AcceptancePreview'];
export type Delivery = Schemas['Delivery'];
export type DeliveryAttempt = Schemas['DeliveryAttempt'];
export type DestinationView = Schemas['DestinationView'];
export type LetterFate = Schemas['LetterFate'];
export type LetterRow = Schemas['LetterRow'];
export type MailStatus = Schemas['MailStatus'];
export type Verdict = Schemas['Verdict'];

export type Alarm = Schemas['Alarm'];
export type AskedWitness = Schemas['WitnessViewAskedWitness'];
export type WitnessView = Schemas['WitnessView'];
export type TimestampView = Schemas['TimestampView'];
export type Entry = Schemas['EntryView'];

export type Tag = Schemas['Tag'];
export type Enrolment = Schemas['Enrolment'];
export type EnrolmentSecret = Schemas['EnrolmentSecret'];
export type IssuedSecret = Schemas['EnrolmentIssued'];

export type DeviceRow = Schemas['Device'];
export type DeviceDetail = Schemas['DeviceDetail'];
export type SyncSession = Schemas['SyncSession'];
export type EffectiveRule = Schemas['EffectivePolicyLine'];
export type EffectiveSetting = Schemas['DeviceConfigurationLine'];
export type OwnershipClaim = Schemas['ClaimsShown'];
export type MyDevice = Schemas['MyDevice'];

export type Scope = Schemas['Scope'];
export type ScopeInput = Schemas['ScopeChoice'];
export type Rule = Schemas['Rule'];
export type RuleRef = Schemas['RuleRef'];
export type RuleType = Rule['ruleType'];
export type RulePolicy = Rule['policy'];
export type RuleInput = Schemas['RuleInput'];
export type RuleImport = Schemas['RuleImportCommand'];
export type RuleImportOutcome = Schemas['RuleImportOutcome'];
export type RuleCheck = Schemas['RulePreviewPreview'];

export type Settings = Schemas['Settings'];
export type MediaPolicy = Schemas['MediaPolicy'];
export type Configuration = Schemas['Configuration'];
export type ConfigurationInput = Schemas['ConfigurationInput'];

export type SantaEvent = Schemas['EventView'];
export type SantaEventDetail = Schemas['EventDetail'];
export type FileAccessEvent = Schemas['FileAccessView'];
export type AuditEvent = Schemas['AuditView'];
export type Certificate = Schemas['ToldCertificate'];
export type Software = Schemas['SoftwareView'];
export type SoftwareDetail = Schemas['SoftwareDetail'];
export type Bundle = Schemas['BundleView'];

export type RequestRow = Schemas['RequestSummary'];
export type RequestDetail = Schemas['RequestDetail'];
export type RequestState = RequestRow['state'];
export type RequestStage = Schemas['ShownPathShownStage'];
export type RequestGroup = Schemas['ShownPathShownGroup'];
export type RequestDecision = Schemas['ShownPathShownDecision'];
export type Need = RequestStage['needs'];
export type Agreed = Schemas['RequestDetailAgreed'];
export type Proposal = Schemas['Proposal'];
export type ApprovalInput = Schemas['TermsInput'];
export type MyBlock = Schemas['MyBlock'];
export type BlockPage = Schemas['BlockPage'];

export type Dashboard = Schemas['Dashboard'];
export type BellLine = Schemas['BellView'];
export type BellKind = BellLine['kind'];
export type NotificationPreference = Schemas['Preference'];
export type SlackWorkspace = NonNullable<Schemas['WorkspaceView']['workspace']>;

export type ServiceAccount = Schemas['ServiceAccount'];
export type ApiKey = Schemas['ApiKey'];
export type IssuedKey = Schemas['ApiKeyIssued'];
export type LinkedAccount = Schemas['LinkedAccount'];
export type DomainClaim = Schemas['DomainStoreClaim'];
export type Engagement = Schemas['Engagement'];
export type EngagementLevel = Engagement['level'];
export type Terms = Schemas['Terms'];
export type Cell = Schemas['Cell'];
export type Matrix = Schemas['AssignmentMatrixPart'];
export type HeldCell = Schemas['AssignmentMatrixHeld'];
export type PortfolioRow = Schemas['PortfolioRow'];
export type Outcome = Schemas['Outcome'];

export type Hold = Schemas['Hold'];
export type KeptClass = Schemas['KeptClass'];
export type ErasurePreview = Schemas['ErasurePreview'];

export type ApprovalPolicy = Schemas['Policy'];
export type Requirement = Schemas['Requirement'];
export type Ballot = Schemas['BallotView'];
export type VotePage = Schemas['VotePage'];
export type VoteWay = Schemas['VotePageOption'];
export type VoteThresholds = Schemas['Thresholds'];
export type VotingSettings = Schemas['VotingSettings'];
export type KeptVoting = Schemas['KeptVoting'];
export type Side = NonNullable<Ballot['mine']>;
export type Quorum = Schemas['Quorum'];
export type Approvers = Schemas['Approvers'];
export type PublishedPolicy = Schemas['PolicyView'];
export type PolicyVersion = Schemas['PolicyVersion'];
export type PolicyDraft = Schemas['PolicyDraft'];
export type PolicyFinding = Schemas['PolicyFinding'];

export type CatalogueEntry = Schemas['CatalogueEntry'];
export type EntryInput = Schemas['EntryInput'];
export type Offer = Schemas['Offer'];
export type Suggestion = Schemas['SuggestionsSuggestion'];
export type PolicyRoute = Schemas['Route'];
export type PolicyPath = Schemas['Path'];
export type PolicyStage = Schemas['StagePlan'];
export type PolicyGroup = Schemas['Group'];
export type PolicySeat = Schemas['Seat'];
export type PolicyEmergency = Schemas['Emergency'];
export type PolicyFact = Schemas['Fact'];
export type Escalation = Schemas['Escalation'];
export type Separation = PolicyPath['separation'][number];
export type NamedApprover = Schemas['NamedApprover'];
export type PolicyExplanation = Schemas['Explanation'];
export type PolicyReplay = Schemas['ReplayReport'];
export type ReplayedRequest = Schemas['ReplayReportReplayedRequest'];
export type AskedGroup = Schemas['ExplanationAskedGroup'];
