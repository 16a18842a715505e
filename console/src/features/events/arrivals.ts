import type { SantaEvent } from '@/api/types';
import type { LiveMessages } from '@/patterns/live';

type Query = Record<string, string | undefined>;

/**
 * How many of the arrived events the page would show. Filters are applied to what the message carries; how many there
 * were beyond that is known only as a whole.
 */
export function arrivalsOf({ items, more, count }: LiveMessages['event'], query: Query): number {
  const filtered = Object.keys(query).some((name) => name !== 'sort');
  if (filtered) {
    return items.filter((event) => shownBy(query, event)).length;
  }
  return count ?? items.length + (typeof more === 'number' ? more : 0);
}

function shownBy(query: Query, event: SantaEvent): boolean {
  const { text, file, signer, teamId, signingId, sha256, device, person, decision, from, to } = query;
  return (
    contains(text, event.fileName, event.filePath, event.sha256, event.signingId) &&
    contains(file, event.fileName) &&
    contains(signer, event.signer?.commonName, event.signer?.organization) &&
    contains(person, event.executingUser) &&
    equals(teamId, event.teamId) &&
    equals(signingId, event.signingId) &&
    equals(sha256, event.sha256) &&
    equals(device, event.device.id) &&
    decided(decision, event) &&
    (!from || event.occurredAt >= from) &&
    (!to || event.occurredAt < to)
  );
}

function contains(wanted: string | undefined, ...values: (string | null | undefined)[]): boolean {
  return !wanted || values.some((value) => value?.toLowerCase().includes(wanted.toLowerCase()));
}

function equals(wanted: string | undefined, value: string | null): boolean {
  return !wanted || value === wanted;
}

/** `BLOCKED` and `ALLOWED` stand for all of a kind, as at the server. */
function decided(wanted: string | undefined, { decision, blocked }: SantaEvent): boolean {
  if (wanted === 'BLOCKED') {
    return blocked;
  }
  return wanted === 'ALLOWED' ? decision.startsWith('ALLOW') : equals(wanted, decision);
}
