/*
 * The shapes of the HTTP API in the form that openapi-typescript generates. When `api/openapi.json` is there, `npm run
 * api` writes generated.ts and this file shrinks to aliases of its schemas; no caller changes.
 */
export type Id = string;
export type Instant = string;
export interface Page<T> {
  items: T[];
  next: string | null;
  count?: { value: number; capped: boolean };
}

export interface PersonRef {
  id: Id;
  displayName: string;
  email: string;
}
export interface TagRef {
  id: Id;
  name: string;
  color: string;
}
export interface DeviceRef {
  id: Id;
  hostname: string;
  serialNumber: string;
  machineId: string;
}
export interface Actor {
  type: 'PERSON' | 'SERVICE_ACCOUNT' | 'DEVICE' | 'SYSTEM';
  id: Id | null;
  displayName: string;
}

export type OrganizationKind = 'PROVIDER' | 'CUSTOMER' | 'ENTERPRISE';
export interface Organization {
  id: Id;
  slug: string;
  name: string;
  kind: OrganizationKind;
  parentId: Id | null;
  accentColor: string;
  timeZone: string;
  ownershipConfirmation?: 'ADMIN' | 'PRIMARY_USER_EMAIL';
}
export type RoleName =
  | 'END_USER'
  | 'TEAM_LEAD'
  | 'SECURITY_ADMIN'
  | 'AUDITOR'
  | 'CUSTOMER_ADMIN'
  | 'REPORT_VIEWER'
  | 'REQUEST_USER'
  | 'BASIC_USER'
  | 'SUPER_ADMIN'
  | 'TECHNICIAN'
  | 'SECURITY_ANALYST'
  | 'ACCOUNT_MANAGER';
export interface Membership {
  organization: Organization;
  roles: RoleName[];
  permissions: string[];
  teamPermissions?: string[];
}
export interface Session {
  person: PersonRef;
  operator: boolean;
  memberships: Membership[];
}
export interface SetupRequest {
  code: string;
  operator: { email: string; displayName: string; password: string };
  organization: { name: string; kind: 'PROVIDER' | 'ENTERPRISE' };
  admin: { email: string; displayName: string; password: string };
}
export interface InvitationPreview {
  organizationName: string;
  email: string;
  displayName: string | null;
  roles: RoleName[];
  expiresAt: Instant;
  personExists: boolean;
}
export interface NewInvitation {
  link: string;
  email: string;
  expiresAt: Instant;
}
export interface CreatedOrganization {
  organization: Organization;
  invitation: NewInvitation;
}

export interface Person {
  id: Id;
  email: string;
  displayName: string;
  roles: RoleName[];
  state: 'ACTIVE' | 'SUSPENDED';
  lastSignInAt: Instant | null;
  joinedAt: Instant;
}
export interface Invitation {
  id: Id;
  email: string;
  displayName: string | null;
  roles: RoleName[];
  invitedBy: PersonRef;
  createdAt: Instant;
  expiresAt: Instant;
}
export interface Role {
  name: RoleName;
  title: string;
  description: string;
  permissions: string[];
}

export type Values = Record<string, unknown>;
export interface Entry {
  id: Id;
  recordedAt: Instant;
  actor: Actor;
  action: string;
  object: { type: string; id: string; name: string };
  reason: string | null;
  before: Values | null;
  after: Values | null;
  correlationId: string;
  leafHash: string;
}
export interface EntryDetail extends Entry {
  canonical: string;
}

export interface Tag extends TagRef {
  description: string;
  position: number;
  deviceCount: number;
}
export interface TagInput {
  name: string;
  description: string;
  color: string;
}
export interface EnrolmentSecret {
  id: Id;
  hint: string;
  createdAt: Instant;
  retiresAt: Instant | null;
  lastUsedAt: Instant | null;
}
export interface Enrolment {
  id: Id;
  name: string;
  tags: TagRef[];
  maximumDevices: number | null;
  deviceCount: number;
  state: 'ACTIVE' | 'REVOKED';
  secrets: EnrolmentSecret[];
  certificateBound: boolean;
}
export interface IssuedSecret {
  enrolment: Enrolment;
  secret: string;
  syncBaseUrl: string;
}

export type ClientMode = 'MONITOR' | 'LOCKDOWN' | 'STANDALONE';
export type DeviceHealth = 'HEALTHY' | 'LATE' | 'STALE' | 'DRIFTED' | 'NEVER_SYNCED';
export interface DeviceRow extends DeviceRef {
  modelIdentifier: string;
  osVersion: string;
  santaVersion: string;
  /** Empty before the first sync. */
  clientMode: ClientMode | '';
  tags: TagRef[];
  owner: PersonRef | null;
  primaryUser: string;
  health: DeviceHealth;
  lastSyncAt: Instant | null;
  nextExpectedAt: Instant | null;
  rulesBehind: number;
}
export interface SyncSession {
  id: Id;
  startedAt: Instant;
  finishedAt: Instant | null;
  syncType: string;
  outcome: 'RUNNING' | 'COMPLETED' | 'ABANDONED' | 'FAILED';
  requestedClean: boolean;
  rulesSent: number;
  rulesReceived: number;
  rulesProcessed: number;
  eventsUploaded: number;
  bytesIn: number;
  bytesOut: number;
  encoding: string;
  rulesHashBefore: string | null;
  rulesHashAfter: string | null;
  explanation: string;
}
export interface DeviceDetail extends DeviceRow {
  osBuild: string;
  /** Bits of what is switched off; 0: fully on. */
  sipStatus: number;
  primaryUserGroups: string[];
  enrolment: { id: Id; name: string };
  enrolledAt: Instant;
  credential: { kind: 'SECRET' | 'BEARER' | 'CERTIFICATE'; boundAt: Instant; certificateSubject?: string };
  counts: {
    binary: number;
    certificate: number;
    compiler: number;
    transitive: number;
    teamId: number;
    signingId: number;
    cdhash: number;
  };
  rulesHash: { reported: string | null; predicted: string | null; exact: boolean };
  policySequence: number;
  headSequence: number;
  pushToken: boolean;
  cleanSyncRequested: boolean;
  lastSync: SyncSession | null;
  capabilityNotes: string[];
}
export type Scope =
  { kind: 'ORGANIZATION' } | { kind: 'TAG'; tag: TagRef } | { kind: 'DEVICE'; device: DeviceRef };
export type RuleType = 'BINARY' | 'CERTIFICATE' | 'TEAMID' | 'SIGNINGID' | 'CDHASH';
export type RulePolicy =
  | 'ALLOWLIST'
  | 'ALLOWLIST_COMPILER'
  | 'BLOCKLIST'
  | 'SILENT_BLOCKLIST'
  | 'SILENT_GUI_BLOCKLIST'
  | 'SILENT_TTY_BLOCKLIST'
  | 'CEL';
export interface RuleRef {
  id: Id;
  scope: Scope;
  policy: RulePolicy;
}
export interface EffectiveRule {
  ruleType: RuleType;
  identifier: string;
  policy: RulePolicy;
  sentAs: string;
  customMessage: string | null;
  winner: RuleRef;
  why: string;
  others: { rule: RuleRef; why: string }[];
  delivered: boolean;
}
export interface EffectiveSetting {
  name: string;
  value: unknown;
  winner: { scope: Scope | { kind: 'DEFAULT' } };
  others: { scope: Scope | { kind: 'DEFAULT' }; value: unknown }[];
}
export interface BulkOutcome {
  changed: number;
  refused: { id: Id; reason: string }[];
}
export interface OwnershipClaim {
  id: Id;
  device: DeviceRef;
  person: PersonRef;
  primaryUser: string;
  createdAt: Instant;
}

export interface Rule {
  id: Id;
  version: number;
  ruleType: RuleType;
  identifier: string;
  policy: RulePolicy;
  celExpression: string | null;
  scope: Scope;
  customMessage: string | null;
  customUrl: string | null;
  buttonLabel: string | null;
  comment: string | null;
  owner: PersonRef | null;
  expiresAt: Instant | null;
  createdAt: Instant;
  createdBy: Actor;
  updatedAt: Instant;
  softwareName: string | null;
  requestId: Id | null;
  reach: { devices: number; delivered: number };
}
export interface ScopeInput {
  kind: 'ORGANIZATION' | 'TAG' | 'DEVICE';
  tagId?: Id;
  deviceId?: Id;
}
export interface RuleInput {
  ruleType: RuleType;
  identifier: string;
  policy: RulePolicy;
  celExpression?: string | null;
  scope: ScopeInput;
  customMessage?: string | null;
  customUrl?: string | null;
  buttonLabel?: string | null;
  comment?: string | null;
  ownerId?: Id | null;
  expiresAt?: Instant | null;
}
export interface RuleImport {
  format: 'json' | 'csv';
  content: string;
  mode: 'MERGE' | 'REPLACE';
  dryRun: boolean;
}
export interface RuleImportOutcome {
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  errors: { line: number; message: string }[];
  differences: { kind: 'ADD' | 'CHANGE' | 'REMOVE'; rule: RuleInput; before?: RuleInput }[];
  applied: boolean;
}
export interface RuleCheck {
  normalizedIdentifier: string | null;
  errors: { field: string; message: string }[];
  warnings: string[];
  reach: { devices: number };
  shadows: RuleRef[];
  cacheable?: boolean;
}

export interface MediaPolicy {
  action: 'ALLOW' | 'BLOCK' | 'REMOUNT';
  remountFlags: string[];
}
export interface Settings {
  clientMode: ClientMode | null;
  allowedPathRegex: string | null;
  blockedPathRegex: string | null;
  removableMedia: MediaPolicy | null;
  encryptedRemovableMedia: MediaPolicy | null;
  enableBundles: boolean | null;
  enableTransitiveRules: boolean | null;
  enableAllEventUpload: boolean | null;
  disableUnknownEventUpload: boolean | null;
  overrideFileAccessAction: 'NONE' | 'AUDIT_ONLY' | 'DISABLE' | null;
  batchSize: number | null;
  fullSyncIntervalSeconds: number | null;
  pushNotificationFullSyncIntervalSeconds: number | null;
  pushNotificationGlobalRuleSyncDeadlineSeconds: number | null;
  eventDetailUrl: string | null;
  eventDetailText: string | null;
}
export interface Configuration {
  scope: Scope;
  settings: Settings;
  version: number;
  updatedAt: Instant | null;
  updatedBy: Actor | null;
  /** What the settings mean that one might not expect. */
  warnings: string[];
}
export interface ConfigurationInput {
  settings: Settings;
  version: number;
}

export interface Signer {
  commonName: string;
  organization: string;
}
export interface SantaEvent {
  id: Id;
  occurredAt: Instant;
  receivedAt: Instant;
  device: DeviceRef;
  decision: string;
  blocked: boolean;
  fileName: string;
  filePath: string;
  sha256: string;
  cdhash: string | null;
  signingId: string | null;
  teamId: string | null;
  signer: Signer | null;
  executingUser: string | null;
  parentName: string | null;
  pid: number | null;
  ppid: number | null;
  bundle: {
    hash: string | null;
    name: string | null;
    version: string | null;
    identifier: string | null;
  } | null;
}
export interface Certificate {
  sha256: string;
  commonName: string | null;
  organization: string | null;
  organizationalUnit?: string | null;
  validFrom?: Instant | null;
  validUntil?: Instant | null;
}
export interface SoftwareRef {
  sha256: string;
  fileName: string;
}
export interface SantaEventDetail extends SantaEvent {
  loggedInUsers: string[];
  currentSessions: string[];
  signingChain: Certificate[];
  entitlements: { key: string; value: unknown }[];
  entitlementsFiltered: boolean;
  csFlags: number | null;
  signingStatus: string | null;
  signingTime: Instant | null;
  secureSigningTime: Instant | null;
  quarantine: {
    dataUrl: string | null;
    refererUrl: string | null;
    timestamp: Instant | null;
    agentBundleId: string | null;
  } | null;
  staticRule: boolean | null;
  bundleDetail: {
    hash: string | null;
    identifier: string | null;
    name: string | null;
    version: string | null;
    versionString: string | null;
    path: string | null;
    executablePath: string | null;
    hashMillis: number | null;
    binaryCount: number | null;
  } | null;
  /** What the Mac's clock said, when that cannot be. */
  claimedTime: string | null;
  rule: RuleRef | null;
  /** Why that rule would decide. */
  why: string | null;
  software: SoftwareRef | null;
  request: { id: Id; state: RequestState } | null;
}
export interface FileAccessEvent {
  id: Id;
  occurredAt: Instant;
  device: DeviceRef;
  ruleName: string;
  ruleVersion: string;
  target: string;
  decision: string;
  processChain: {
    filePath: string;
    pid: number;
    signingId: string | null;
    teamId: string | null;
    cdhash: string | null;
    sha256: string | null;
    signingChain: Certificate[];
  }[];
}
export interface AuditEvent {
  id: Id;
  device: DeviceRef;
  kind: 'STANDALONE_RULE_CREATED';
  decision: string;
  identifier: string;
  occurredAt: Instant;
  receivedAt: Instant;
}
export interface Software extends SoftwareRef {
  signingId: string | null;
  teamId: string | null;
  signer: Signer | null;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  devices: number;
  blocks: number;
  executions: number;
}
export interface SoftwareDetail extends Software {
  cdhash: string | null;
  certificateSha256: string | null;
  signingChain: Certificate[];
  signingStatus: string | null;
  bundles: { hash: string; name: string | null; version: string | null }[];
  paths: string[];
  versions: string[];
  deviceList: { device: DeviceRef; firstSeenAt: Instant; lastSeenAt: Instant }[];
  rules: Rule[];
  sameSigningId: { software: number; devices: number } | null;
  sameTeam: { software: number; devices: number } | null;
}
export interface Bundle {
  hash: string;
  name: string | null;
  version: string | null;
  binaryCount: number;
  received: number;
  complete: boolean;
  verified: boolean;
  members: { sha256: string; fileName: string; path: string; signingId: string | null }[];
}

export type RequestState = 'IN_REVIEW' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
export interface MyDevice {
  id: Id;
  hostname: string;
  modelIdentifier: string;
  lastSyncAt: Instant | null;
  nextExpectedAt: Instant | null;
  ownership: 'OWNER' | 'CLAIMED';
}
export interface MyBlock {
  event: {
    id: Id;
    occurredAt: Instant;
    fileName: string;
    sha256: string;
    publisher: string | null;
    device: DeviceRef;
  };
  times: number;
  lastAt: Instant;
  request: { id: Id; state: RequestState } | null;
  allowedNow: boolean;
}
export interface BlockPage {
  device: { known: boolean; ownership: 'OWNER' | 'CLAIMED' | 'OTHER' | 'NONE'; hostname?: string | null };
  event: MyBlock['event'] | null;
  software: { sha256: string; fileName: string; publisher: string | null; signingId: string | null } | null;
  request: { id: Id; state: RequestState } | null;
  mayRequest: boolean;
  mayClaim: boolean;
}
export interface RequestInput {
  sha256?: string;
  eventId?: Id;
  justification: string;
  deviceId?: Id;
}
export interface RequestRow {
  id: Id;
  number: number;
  state: RequestState;
  kind: 'SOFTWARE';
  title: string;
  requester: PersonRef;
  device: DeviceRef | null;
  justification: string;
  submittedAt: Instant;
  decidedAt: Instant | null;
  decidedBy: PersonRef | null;
}
export interface Proposal {
  ruleType: RuleType;
  identifier: string;
  label: string;
  narrowest: boolean;
  stable: boolean;
  recommended: boolean;
  explanation: string;
  alsoAllows: { software: number; devices: number; examples: string[] };
  warnings: string[];
}
/** The file that is asked for; figures of other people's Macs are for experts only. */
export interface RequestedSoftware extends SoftwareRef {
  signer: Signer | null;
  signingId: string | null;
  teamId: string | null;
  cdhash: string | null;
  certificateSha256: string | null;
  signingStatus: string | null;
  signingChain: Certificate[];
  firstSeenAt: Instant | null;
  lastSeenAt: Instant | null;
  devices: number | null;
  blocks: number | null;
}
export interface RequestDetail extends RequestRow {
  software: RequestedSoftware;
  event: SantaEvent | null;
  decision: {
    outcome: string;
    by: PersonRef;
    at: Instant;
    reason: string | null;
    rule: RuleRef | null;
  } | null;
  proposals: Proposal[];
  earlier: RequestRow[];
  timeline: { at: Instant; actor: Actor; sentence: string }[];
  delivery: {
    ruleId: Id;
    deliveredAt: Instant | null;
    nextExpectedAt: Instant | null;
    devicesDelivered: number;
    devicesTotal: number;
  } | null;
  mayDecide: boolean;
  whyNot: string | null;
  contentHash: string;
}
export interface ApprovalInput {
  ruleType: RuleType;
  identifier: string;
  scope: ScopeInput;
  policy: 'ALLOWLIST' | 'ALLOWLIST_COMPILER';
  expiresAt: Instant | null;
  comment: string | null;
  contentHash: string;
}

export interface Dashboard {
  queue: { open: number; oldestSubmittedAt: Instant | null };
  fleet: {
    total: number;
    healthy: number;
    late: number;
    stale: number;
    drifted: number;
    neverSynced: number;
    byMode: { mode: ClientMode | ''; devices: number }[];
    byVersion: { version: string; devices: number }[];
  };
  blocks: { from: Instant; to: Instant; blocked: number; unknownAllowed: number }[];
  timeToDecision: {
    medianSeconds: number | null;
    p90Seconds: number | null;
    decided: number;
    byDay: { day: string; medianSeconds: number | null; decided: number }[];
  };
  newSoftware: Software[];
  topBlocked: { sha256: string; fileName: string; blocks: number; devices: number }[];
}

/* ---- operations ---- */

type Parameters<Path, Query> = {
  header?: never;
  cookie?: never;
  query?: Query;
} & ([Path] extends [never] ? { path?: never } : { path: Path });
interface Answered<T> {
  200: { headers: Record<string, unknown>; content: { 'application/json': T } };
}
interface Get<Answer, Path = never, Query = never> {
  parameters: Parameters<Path, Query>;
  requestBody?: never;
  responses: Answered<Answer>;
}
interface Send<Body, Answer, Path = never, Query = never> {
  parameters: Parameters<Path, Query>;
  requestBody: { content: { 'application/json': Body } };
  responses: Answered<Answer>;
}
type Act<Answer, Path = never, Query = never> = Get<Answer, Path, Query>;
type Gone = Record<string, never>;

type Filters<K extends string> = { [P in K | 'cursor' | 'sort']?: string } & {
  limit?: number;
  count?: boolean;
};
interface InOrganization {
  organization: string;
}
interface Of extends InOrganization {
  id: string;
}
interface OfHash extends InOrganization {
  sha256: string;
}
interface OfBundle extends InOrganization {
  hash: string;
}
interface OfSecret extends Of {
  secretId: string;
}
interface Reason {
  reason: string;
}

export interface paths {
  '/api/session': {
    get: Get<Session>;
    post: Send<{ email: string; password: string }, Session>;
    delete: Act<Gone>;
  };
  '/api/session/password': { put: Send<{ currentPassword: string; newPassword: string }, Gone> };
  '/api/setup': {
    get: Get<{ required: boolean }>;
    post: Send<SetupRequest, { organization: Organization }>;
  };
  '/api/invitations/look-up': { post: Send<{ token: string }, InvitationPreview> };
  '/api/invitations/accept': {
    post: Send<{ token: string; displayName?: string; password: string }, Session>;
  };
  '/api/installation/organizations': {
    get: Get<Organization[]>;
    post: Send<{ name: string; kind: 'PROVIDER' | 'ENTERPRISE'; adminEmail: string }, CreatedOrganization>;
  };
  '/api/organizations/{organization}': {
    get: Get<Organization, InOrganization>;
    patch: Send<
      Partial<Pick<Organization, 'name' | 'accentColor' | 'timeZone' | 'ownershipConfirmation'>>,
      Organization,
      InOrganization
    >;
  };
  '/api/organizations/{organization}/customers': {
    get: Get<Organization[], InOrganization>;
    post: Send<{ name: string; adminEmail: string }, CreatedOrganization, InOrganization>;
  };
  '/api/organizations/{organization}/people': {
    get: Get<Page<Person>, InOrganization, Filters<'text' | 'role' | 'state'>>;
  };
  '/api/organizations/{organization}/people/{id}': { get: Get<Person, Of> };
  '/api/organizations/{organization}/people/{id}/roles': { put: Send<{ roles: RoleName[] }, Person, Of> };
  '/api/organizations/{organization}/people/{id}/suspend': { post: Send<Reason, Person, Of> };
  '/api/organizations/{organization}/people/{id}/resume': { post: Act<Person, Of> };
  '/api/organizations/{organization}/invitations': {
    get: Get<Invitation[], InOrganization>;
    post: Send<
      { email: string; displayName?: string; roles: RoleName[] },
      { invitation: Invitation; link: string },
      InOrganization
    >;
  };
  '/api/organizations/{organization}/invitations/{id}': { delete: Act<Gone, Of> };
  '/api/organizations/{organization}/roles': { get: Get<Role[], InOrganization> };
  '/api/organizations/{organization}/ledger/entries': {
    get: Get<
      Page<Entry>,
      InOrganization,
      Filters<'actor' | 'action' | 'objectType' | 'objectId' | 'from' | 'to' | 'text' | 'correlationId'>
    >;
  };
  '/api/organizations/{organization}/ledger/entries/{id}': { get: Get<EntryDetail, Of> };
  '/api/organizations/{organization}/ledger/actions': { get: Get<string[], InOrganization> };
  '/api/organizations/{organization}/tags': {
    get: Get<Tag[], InOrganization>;
    post: Send<TagInput, Tag, InOrganization>;
  };
  '/api/organizations/{organization}/tags/{id}': {
    put: Send<TagInput, Tag, Of>;
    delete: Act<Gone, Of, { force?: boolean }>;
  };
  '/api/organizations/{organization}/tags/order': { put: Send<{ ids: Id[] }, Tag[], InOrganization> };
  '/api/organizations/{organization}/enrolments': {
    get: Get<Enrolment[], InOrganization>;
    post: Send<{ name: string; tagIds: Id[]; maximumDevices: number | null }, IssuedSecret, InOrganization>;
  };
  '/api/organizations/{organization}/enrolments/{id}/secrets': {
    post: Send<{ retireOthersAfter: string }, IssuedSecret, Of>;
  };
  '/api/organizations/{organization}/enrolments/{id}/secrets/{secretId}': { delete: Act<Gone, OfSecret> };
  '/api/organizations/{organization}/enrolments/{id}/revoke': { post: Send<Reason, Enrolment, Of> };
  '/api/organizations/{organization}/enrolments/{id}/profile': { post: Send<{ secret: string }, string, Of> };
  '/api/organizations/{organization}/devices': {
    get: Get<
      Page<DeviceRow>,
      InOrganization,
      Filters<'text' | 'tag' | 'clientMode' | 'health' | 'owner' | 'enrolment'>
    >;
  };
  '/api/organizations/{organization}/devices/{id}': {
    get: Get<DeviceDetail, Of>;
    delete: Send<Reason, Gone, Of>;
  };
  '/api/organizations/{organization}/devices/{id}/policy': {
    get: Get<Page<EffectiveRule>, Of, Filters<'text'>>;
  };
  '/api/organizations/{organization}/devices/{id}/configuration': {
    get: Get<{ settings: EffectiveSetting[] }, Of>;
  };
  '/api/organizations/{organization}/devices/{id}/syncs': { get: Get<Page<SyncSession>, Of, Filters<never>> };
  '/api/organizations/{organization}/devices/{id}/tags': { put: Send<{ tagIds: Id[] }, DeviceDetail, Of> };
  '/api/organizations/{organization}/devices/{id}/owner': {
    put: Send<{ personId: Id | null }, DeviceDetail, Of>;
  };
  '/api/organizations/{organization}/devices/{id}/clean-sync': {
    post: Send<{ kind: 'CLEAN' | 'CLEAN_ALL'; reason: string }, Gone, Of>;
    delete: Act<Gone, Of>;
  };
  '/api/organizations/{organization}/devices/{id}/release-credential': { post: Send<Reason, Gone, Of> };
  '/api/organizations/{organization}/devices/bulk': {
    post: Send<{ ids: Id[]; action: 'ADD_TAGS' | 'REMOVE_TAGS'; tagIds: Id[] }, BulkOutcome, InOrganization>;
  };
  '/api/organizations/{organization}/ownership-claims': { get: Get<OwnershipClaim[], InOrganization> };
  '/api/organizations/{organization}/ownership-claims/{id}/confirm': { post: Act<Gone, Of> };
  '/api/organizations/{organization}/ownership-claims/{id}/refuse': { post: Send<Reason, Gone, Of> };
  '/api/organizations/{organization}/rules': {
    get: Get<
      Page<Rule>,
      InOrganization,
      Filters<'text' | 'ruleType' | 'policy' | 'scope' | 'tag' | 'device' | 'expiring'>
    >;
    post: Send<RuleInput, Rule, InOrganization>;
  };
  '/api/organizations/{organization}/rules/{id}': {
    get: Get<Rule, Of>;
    put: Send<RuleInput & { version: number }, Rule, Of>;
    delete: Act<Gone, Of, { version?: number }>;
  };
  '/api/organizations/{organization}/rules/bulk': {
    post: Send<
      {
        ids: Id[];
        action: 'DELETE' | 'SET_POLICY' | 'SET_EXPIRY' | 'SET_COMMENT';
        policy?: RulePolicy;
        expiresAt?: Instant | null;
        comment?: string | null;
      },
      BulkOutcome,
      InOrganization
    >;
  };
  '/api/organizations/{organization}/rules/import': {
    post: Send<RuleImport, RuleImportOutcome, InOrganization>;
  };
  '/api/organizations/{organization}/rules/check': { post: Send<RuleInput, RuleCheck, InOrganization> };
  '/api/organizations/{organization}/configurations': { get: Get<Configuration[], InOrganization> };
  '/api/organizations/{organization}/configurations/defaults': { get: Get<Settings, InOrganization> };
  '/api/organizations/{organization}/configurations/organization': {
    put: Send<ConfigurationInput, Configuration, InOrganization>;
  };
  '/api/organizations/{organization}/configurations/tags/{tagId}': {
    put: Send<ConfigurationInput, Configuration, InOrganization & { tagId: string }>;
    delete: Act<Gone, InOrganization & { tagId: string }>;
  };
  '/api/organizations/{organization}/configurations/devices/{deviceId}': {
    put: Send<ConfigurationInput, Configuration, InOrganization & { deviceId: string }>;
    delete: Act<Gone, InOrganization & { deviceId: string }>;
  };
  '/api/organizations/{organization}/events': {
    get: Get<
      Page<SantaEvent>,
      InOrganization,
      Filters<
        | 'file'
        | 'signer'
        | 'teamId'
        | 'signingId'
        | 'sha256'
        | 'device'
        | 'person'
        | 'decision'
        | 'from'
        | 'to'
        | 'text'
      >
    >;
  };
  '/api/organizations/{organization}/events/{id}': { get: Get<SantaEventDetail, Of> };
  '/api/organizations/{organization}/file-access-events': {
    get: Get<
      Page<FileAccessEvent>,
      InOrganization,
      Filters<'rule' | 'target' | 'device' | 'decision' | 'from' | 'to'>
    >;
  };
  '/api/organizations/{organization}/audit-events': {
    get: Get<Page<AuditEvent>, InOrganization, Filters<'device'>>;
  };
  '/api/organizations/{organization}/software': {
    get: Get<Page<Software>, InOrganization, Filters<'text' | 'signer' | 'blocked'>>;
  };
  '/api/organizations/{organization}/software/{sha256}': { get: Get<SoftwareDetail, OfHash> };
  '/api/organizations/{organization}/bundles/{hash}': { get: Get<Bundle, OfBundle> };
  '/api/organizations/{organization}/my/devices': { get: Get<MyDevice[], InOrganization> };
  '/api/organizations/{organization}/my/blocks': {
    get: Get<Page<MyBlock>, InOrganization, Filters<never>>;
  };
  '/api/organizations/{organization}/my/ownership-claims': {
    post: Send<{ machineId: string }, Gone, InOrganization>;
  };
  '/api/organizations/{organization}/block': {
    get: Get<BlockPage, InOrganization, Record<string, string | undefined>>;
  };
  '/api/organizations/{organization}/requests': {
    get: Get<Page<RequestRow>, InOrganization, Filters<'state' | 'mine' | 'decidable' | 'text'>>;
    post: Send<RequestInput, RequestDetail, InOrganization>;
  };
  '/api/organizations/{organization}/requests/{id}': { get: Get<RequestDetail, Of> };
  '/api/organizations/{organization}/requests/{id}/approve': { post: Send<ApprovalInput, RequestDetail, Of> };
  '/api/organizations/{organization}/requests/{id}/deny': {
    post: Send<{ reason: string; contentHash: string }, RequestDetail, Of>;
  };
  '/api/organizations/{organization}/requests/{id}/withdraw': { post: Act<RequestDetail, Of> };
  '/api/organizations/{organization}/requests/policies': { get: Get<Values[], InOrganization> };
  '/api/organizations/{organization}/dashboard': {
    get: Get<Dashboard, InOrganization, { window?: 'DAY' | 'FORTNIGHT' }>;
  };
}
