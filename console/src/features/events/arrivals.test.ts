import { describe, expect, it } from 'vitest';
import type { SantaEvent } from '@/api/types';
import { arrivalsOf } from './arrivals';

const event = {
  id: '1',
  occurredAt: '2026-05-01T10:00:00Z',
  device: { id: 'mac-1', hostname: 'a', serialNumber: '', machineId: '' },
  decision: 'BLOCK_UNKNOWN',
  blocked: true,
  fileName: 'Firefox',
  filePath: '/Applications',
  sha256: 'aa',
  signingId: null,
  teamId: 'TEAM',
  signer: null,
  executingUser: 'jonas',
} as SantaEvent;

describe('arrivals', () => {
  it('counts everything, also what was cut, when nothing is filtered', () => {
    expect(arrivalsOf({ items: [event, event], more: 5 }, { sort: '-occurredAt' })).toBe(7);
    expect(arrivalsOf({ items: [], count: 12 }, {})).toBe(12);
  });

  it('counts only what the filters would show', () => {
    const message = { items: [event, { ...event, decision: 'ALLOW_UNKNOWN', blocked: false }], more: 5 };
    expect(arrivalsOf(message, { decision: 'BLOCK_UNKNOWN' })).toBe(1);
    expect(arrivalsOf(message, { decision: 'BLOCKED' })).toBe(1);
    expect(arrivalsOf(message, { decision: 'ALLOWED' })).toBe(1);
    expect(arrivalsOf(message, { text: 'fire' })).toBe(2);
    expect(arrivalsOf(message, { device: 'mac-2' })).toBe(0);
    expect(arrivalsOf(message, { teamId: 'OTHER' })).toBe(0);
  });

  it('takes the end of a time range as excluded', () => {
    const message = { items: [event] };
    expect(arrivalsOf(message, { from: '2026-05-01T10:00:00Z' })).toBe(1);
    expect(arrivalsOf(message, { to: '2026-05-01T10:00:00Z' })).toBe(0);
  });
});
