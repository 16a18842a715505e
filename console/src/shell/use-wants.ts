import { useQuery } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '@/api/types';
import { useLiveRefresh } from '@/patterns/live-refresh';
import type { LinkTarget } from '@/patterns/router-link';
import { useNow } from '@/patterns/time';
import { useOrganization, usePermission, usePermissionForSome, useSession } from '@/session/session';
import {
  claimsQuery,
  endingRulesQuery,
  entrantsQuery,
  ownRequestsQuery,
  staleDevicesQuery,
  waitingQuery,
} from './bell-queries';

/** One line of the bell. */
export interface Want {
  name: string;
  text: string;
  link: LinkTarget;
  count: number;
  /** Somebody waits, or was waited for: it counts on the bell. The rest is only told when the bell is opened. */
  personal: boolean;
  /** News of an own request, which is read once. */
  answer?: boolean;
}

export interface Wants {
  list: Want[];
  /** The answers to own requests are known from now on. */
  markSeen: () => void;
}

const day = 24 * 60 * 60_000;
const soon = 7 * day;
/** Macs report all the time. */
const devicesPause = 30_000;

/** What wants the person now, as far as they may see it; kept fresh by the live stream. */
export function useWants(): Wants {
  const { id: organization } = useOrganization();
  const { person } = useSession();
  const seen = useSeen(`gatehouse-bell-seen:${person.id}:${organization}`);
  const [requests, devices, rules, engagements] = useMemo(
    () =>
      (['requests', 'devices', 'rules', 'engagements'] as const).map((topic) => [
        organization,
        'bell',
        topic,
      ]),
    [organization],
  ) as [string[], string[], string[], string[]];
  useLiveRefresh('request', requests);
  useLiveRefresh('device', devices, devicesPause);
  useLiveRefresh('rule', rules);
  useLiveRefresh('engagement', engagements);
  const list = [
    useEmergencies(),
    useWaiting(),
    useClaims(),
    ...useAnswers(seen.since),
    useStaleDevices(),
    useEndingRules(),
  ].filter((want) => want !== null);
  return { list, markSeen: seen.mark };
}

function useEmergencies(): Want | null {
  const { t } = useTranslation();
  const { id: organization, slug } = useOrganization();
  const enabled = usePermission('entrant.end');
  const { data } = useQuery({ ...entrantsQuery(organization), enabled });
  const count = data?.items.filter(({ level }) => level === 'EMERGENCY').length ?? 0;
  return wantOf(
    'emergencies',
    count,
    t('bell.emergencies', amountOf(count)),
    true,
    linkOptions({ to: '/o/$organization/entrants', params: { organization: slug } }),
  );
}

function useWaiting(): Want | null {
  const { t } = useTranslation();
  const { id: organization, slug } = useOrganization();
  const decides = usePermissionForSome('request.decide');
  // A policy may ask whoever may ask.
  const asks = usePermission('request.create');
  const { data } = useQuery({ ...waitingQuery(organization), enabled: decides || asks });
  const count = data?.waiting ?? 0;
  return wantOf(
    'waiting',
    count,
    t('bell.waiting', amountOf(count)),
    true,
    linkOptions({ to: '/o/$organization/requests/to-decide', params: { organization: slug } }),
  );
}

function useClaims(): Want | null {
  const { t } = useTranslation();
  const { id: organization, slug } = useOrganization();
  const enabled = usePermission('device.manage');
  const { data } = useQuery({ ...claimsQuery(organization), enabled });
  const count = data?.length ?? 0;
  return wantOf(
    'claims',
    count,
    t('bell.claims', amountOf(count)),
    true,
    linkOptions({ to: '/o/$organization/devices', params: { organization: slug } }),
  );
}

function useAnswers(since: number): Want[] {
  const { t } = useTranslation();
  const { id: organization, slug } = useOrganization();
  const enabled = usePermission('request.create');
  const { data } = useQuery({ ...ownRequestsQuery(organization), enabled });
  return (data?.items ?? [])
    .filter(
      (request) => isQuestion(request) || (isAnswer(request) && Date.parse(request.decidedAt ?? '') > since),
    )
    .map(({ id, title, state }) => ({
      name: id,
      text: t(`bell.answer.${state}`, { title }),
      count: 1,
      personal: true,
      answer: state !== 'CHANGES_REQUESTED',
      link: linkOptions({
        to: '/o/$organization/requests/$request',
        params: { organization: slug, request: id },
      }),
    }));
}

/** It waits for the person, however often they have read it. */
function isQuestion({ state }: RequestRow): boolean {
  return state === 'CHANGES_REQUESTED';
}

function isAnswer({ state }: RequestRow): boolean {
  return state === 'APPROVED' || state === 'REJECTED' || state === 'EXPIRED';
}

function useStaleDevices(): Want | null {
  const { t } = useTranslation();
  const { id: organization, slug } = useOrganization();
  const mayManage = usePermission('device.manage');
  const { data } = useQuery({ ...staleDevicesQuery(organization), enabled: mayManage });
  const count = data?.items.length ?? 0;
  return wantOf(
    'stale',
    count,
    t('bell.stale', amountOf(count, data?.next)),
    false,
    linkOptions({
      to: '/o/$organization/devices',
      params: { organization: slug },
      search: { health: 'STALE' },
    }),
  );
}

function useEndingRules(): Want | null {
  const { t } = useTranslation();
  const { id: organization, slug } = useOrganization();
  const enabled = usePermission('rule.manage');
  const now = useNow();
  const { data } = useQuery({ ...endingRulesQuery(organization), enabled });
  const ending = data?.items.filter(({ expiresAt }) => expiresAt && Date.parse(expiresAt) < now + soon) ?? [];
  const more = ending.length === data?.items.length ? data.next : null;
  return wantOf(
    'ending',
    ending.length,
    t('bell.ending', amountOf(ending.length, more)),
    false,
    linkOptions({
      to: '/o/$organization/rules',
      params: { organization: slug },
      search: { expiring: 'true', sort: 'expiresAt' },
    }),
  );
}

function wantOf(name: string, count: number, text: string, personal: boolean, link: LinkTarget): Want | null {
  return count === 0 ? null : { name, text, link, count, personal };
}

function amountOf(count: number, next?: string | null): { count: number; number: string } {
  return { count, number: next ? `${count}+` : String(count) };
}

/** When the person last read the answers; before the first time, those of a week are new. */
function useSeen(storageKey: string): { since: number; mark: () => void } {
  const now = useNow();
  const [since, setSince] = useState(() => Number(localStorage.getItem(storageKey)));
  return {
    since: since || now - soon,
    mark: () => {
      localStorage.setItem(storageKey, String(Date.now()));
      setSince(Date.now());
    },
  };
}
