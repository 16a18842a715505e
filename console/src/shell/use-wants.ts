import { useQuery } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRefresh } from '@/patterns/live-refresh';
import type { LinkTarget } from '@/patterns/router-link';
import { useNow } from '@/patterns/time';
import { useOrganization, usePermission, usePermissionForSome } from '@/session/session';
import {
  claimsQuery,
  endingRulesQuery,
  entrantsQuery,
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
}

const day = 24 * 60 * 60_000;
const soon = 7 * day;
/** Macs report all the time. */
const devicesPause = 30_000;

/** What wants the person now, as far as they may see it; kept fresh by the live stream. */
export function useWants(): Want[] {
  const { id: organization } = useOrganization();
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
  return [useEmergencies(), useWaiting(), useClaims(), useStaleDevices(), useEndingRules()].filter(
    (want) => want !== null,
  );
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
    // Each of them counts on the bell until it is read.
    false,
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
