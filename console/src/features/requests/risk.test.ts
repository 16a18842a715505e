import { describe, expect, it } from 'vitest';
import type { RequestDetail } from '@/api/types';
import { riskOf } from './risk';

const now = Date.parse('2026-06-01T12:00:00Z');

function request(software: object, more: object = {}): RequestDetail {
  return {
    software: {
      teamId: 'EQHXZ8M8AV',
      signingId: 'EQHXZ8M8AV:com.example',
      cdhash: 'ab',
      firstSeenAt: '2026-01-01T00:00:00Z',
      devices: 30,
      ...software,
    },
    event: null,
    earlier: [],
    ...more,
  } as unknown as RequestDetail;
}

const names = (detail: RequestDetail) => riskOf(detail, now).reasons.map(({ name }) => name);

describe('risk', () => {
  it('is low for what is signed and common', () => {
    expect(riskOf(request({}), now).word).toBe('low');
    expect(names(request({}))).toEqual(['signed', 'known']);
  });

  it('says why it is not', () => {
    const unsigned = { teamId: null, signingId: null, cdhash: null };
    expect(names(request(unsigned))).toContain('unsigned');
    expect(names(request({ teamId: null, signingId: null }))).toContain('adhoc');
    expect(names(request({ firstSeenAt: '2026-06-01T00:00:00Z' }))).toContain('new');
    expect(names(request({ devices: 1 }))).toContain('rare');
    expect(names(request({}, { event: { filePath: '/private/tmp' } }))).toContain('temporary');
    expect(names(request({}, { event: { filePath: '/Applications/tmp' } }))).not.toContain('temporary');
  });

  it('is high after an earlier denial or for many reasons together', () => {
    expect(riskOf(request({}, { earlier: [{ state: 'REJECTED' }] }), now).word).toBe('high');
    expect(riskOf(request({}, { earlier: [{ state: 'APPROVED' }] }), now).word).toBe('low');
    const stranger = {
      teamId: null,
      signingId: null,
      cdhash: null,
      devices: 1,
      firstSeenAt: '2026-06-01T00:00:00Z',
    };
    expect(riskOf(request(stranger), now).word).toBe('high');
  });

  it('trusts what the operating system signs', () => {
    expect(names(request({ teamId: null, signingId: 'platform:com.apple.curl' }))).toContain('signed');
  });
});
