import type { Configuration, EffectiveSetting, Scope, Settings } from '@/api/types';

type Name = keyof Settings;

export type SettingKind =
  'mode' | 'fileAccess' | 'yesNo' | 'number' | 'expression' | 'address' | 'text' | 'media';
export interface SettingForm {
  name: Name;
  kind: SettingKind;
  /** Limits of numbers, longest text of texts. */
  minimum?: number;
  maximum?: number;
}

/** Every setting once, in the groups of the page. */
export const groups: { name: string; settings: SettingForm[] }[] = [
  {
    name: 'guard',
    settings: [
      { name: 'clientMode', kind: 'mode' },
      { name: 'allowedPathRegex', kind: 'expression' },
      { name: 'blockedPathRegex', kind: 'expression' },
      { name: 'enableTransitiveRules', kind: 'yesNo' },
      { name: 'overrideFileAccessAction', kind: 'fileAccess' },
    ],
  },
  {
    name: 'media',
    settings: [
      { name: 'removableMedia', kind: 'media' },
      { name: 'encryptedRemovableMedia', kind: 'media' },
    ],
  },
  {
    name: 'events',
    settings: [
      { name: 'enableBundles', kind: 'yesNo' },
      { name: 'enableAllEventUpload', kind: 'yesNo' },
      { name: 'disableUnknownEventUpload', kind: 'yesNo' },
      { name: 'batchSize', kind: 'number', minimum: 1, maximum: 500 },
    ],
  },
  {
    name: 'dialog',
    settings: [
      { name: 'eventDetailUrl', kind: 'address' },
      { name: 'eventDetailText', kind: 'text', maximum: 48 },
    ],
  },
  {
    name: 'sync',
    settings: [
      { name: 'fullSyncIntervalSeconds', kind: 'number', minimum: 60, maximum: 86_400 },
      { name: 'pushNotificationFullSyncIntervalSeconds', kind: 'number', minimum: 60, maximum: 86_400 },
      {
        name: 'pushNotificationGlobalRuleSyncDeadlineSeconds',
        kind: 'number',
        minimum: 600,
        maximum: 86_400,
      },
    ],
  },
];

export const names: Name[] = groups.flatMap(({ settings }) => settings.map(({ name }) => name));

export const nothingSet = Object.fromEntries(names.map((name) => [name, null])) as unknown as Settings;

/** What holds where a setting is not set, and from which scope it comes. */
export interface Inherited {
  value: unknown;
  scope: Scope | { kind: 'DEFAULT' };
}

/** For a tag: the organization's, else the default. For the organization: the default. */
export function inheritedByScope(
  name: Name,
  kind: Scope['kind'],
  organization: Configuration | undefined,
  defaults: Settings,
): Inherited {
  const wider = kind === 'TAG' ? organization?.settings[name] : undefined;
  return wider === null || wider === undefined
    ? { value: defaults[name], scope: { kind: 'DEFAULT' } }
    : { value: wider, scope: { kind: 'ORGANIZATION' } };
}

/** For one Mac: the first of what it has, passing over its own overrides. */
export function inheritedByDevice(setting: EffectiveSetting | undefined): Inherited | undefined {
  if (!setting) {
    return undefined;
  }
  return [{ scope: setting.winner.scope, value: setting.value }, ...setting.others].find(
    ({ scope }) => scope.kind !== 'DEVICE',
  );
}

/** Only what is set, for counting and for the difference. */
export function setOnly(settings: Settings): Partial<Settings> {
  return Object.fromEntries(
    names
      .filter((name) => settings[name] !== null && settings[name] !== undefined)
      .map((name) => [name, settings[name]]),
  );
}

/** Where somebody starts who wants to set it here: what holds now, or what the kind allows. */
export function startOf({ kind, minimum }: SettingForm, inherited: unknown): unknown {
  if (inherited !== null && inherited !== undefined) {
    return inherited;
  }
  const starts: Record<SettingKind, unknown> = {
    mode: 'MONITOR',
    fileAccess: 'NONE',
    yesNo: false,
    number: minimum,
    expression: '',
    address: '',
    text: '',
    media: { action: 'ALLOW', remountFlags: [] },
  };
  return starts[kind];
}
