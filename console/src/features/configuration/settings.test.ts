import { describe, expect, it } from 'vitest';
import type { Configuration, EffectiveSetting, Settings } from '@/api/types';
import { inheritedByDevice, inheritedByScope, names, nothingSet, setOnly } from './settings';

const defaults = { ...nothingSet, clientMode: 'MONITOR', batchSize: 100 } as Settings;
const organization = { settings: { ...nothingSet, clientMode: 'LOCKDOWN' } } as Configuration;

describe('settings', () => {
  it('names each setting once', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(16);
  });

  it('inherits from the organization for a tag, from the default otherwise', () => {
    expect(inheritedByScope('clientMode', 'TAG', organization, defaults)).toEqual({
      value: 'LOCKDOWN',
      scope: { kind: 'ORGANIZATION' },
    });
    expect(inheritedByScope('clientMode', 'ORGANIZATION', organization, defaults).value).toBe('MONITOR');
    expect(inheritedByScope('batchSize', 'TAG', organization, defaults).scope.kind).toBe('DEFAULT');
  });

  it('passes over the own override of a Mac', () => {
    const setting = {
      name: 'clientMode',
      value: 'STANDALONE',
      winner: { scope: { kind: 'DEVICE' } },
      others: [
        { scope: { kind: 'TAG' }, value: 'LOCKDOWN' },
        { scope: { kind: 'DEFAULT' }, value: 'MONITOR' },
      ],
    } as unknown as EffectiveSetting;
    expect(inheritedByDevice(setting)?.value).toBe('LOCKDOWN');
  });

  it('keeps false and empty text as set', () => {
    expect(setOnly({ ...nothingSet, enableBundles: false, allowedPathRegex: '' })).toEqual({
      enableBundles: false,
      allowedPathRegex: '',
    });
  });
});
