import type { RequestDetail } from '@/api/types';

export type RiskReason = 'unsigned' | 'adhoc' | 'rare' | 'new' | 'temporary' | 'denied' | 'known' | 'signed';

export interface Risk {
  tone: 'good' | 'warning' | 'bad';
  word: 'low' | 'some' | 'high';
  reasons: { name: RiskReason; count?: number }[];
}

const day = 86_400_000;
const rareBelow = 3;

/** What speaks against and for allowing, from facts alone; the person decides. */
export function riskOf({ software, earlier, event }: RequestDetail, now: number): Risk {
  const { devices } = software;
  const denied = earlier.filter(({ state }) => state === 'REJECTED').length;
  const signed = software.teamId !== null || (software.signingId ?? '').startsWith('platform:');
  const against: Risk['reasons'] = [
    ...(denied > 0 ? [{ name: 'denied' as const, count: denied }] : []),
    ...(signed ? [] : [{ name: software.cdhash ? ('adhoc' as const) : ('unsigned' as const) }]),
    ...(software.firstSeenAt && now - Date.parse(software.firstSeenAt) < day
      ? [{ name: 'new' as const }]
      : []),
    ...(devices !== null && devices < rareBelow ? [{ name: 'rare' as const, count: devices }] : []),
    ...(/^(\/private)?\/(tmp|var\/folders)\//.test(`${event?.filePath ?? ''}/`)
      ? [{ name: 'temporary' as const }]
      : []),
  ];
  const inFavour: Risk['reasons'] = [
    ...(signed ? [{ name: 'signed' as const }] : []),
    ...(devices !== null && devices >= rareBelow ? [{ name: 'known' as const, count: devices }] : []),
  ];
  if (against.length === 0) {
    return { tone: 'good', word: 'low', reasons: inFavour };
  }
  const high = denied > 0 || against.length > 2;
  return { tone: high ? 'bad' : 'warning', word: high ? 'high' : 'some', reasons: [...against, ...inFavour] };
}
