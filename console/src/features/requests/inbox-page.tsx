import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import { useQuery } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import { lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { RequestRow } from '@/api/types';
import { ListPage } from '@/patterns/list/list-page';
import { useList } from '@/patterns/list/use-list';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { formatNumber } from '@/patterns/numbers';
import { NoPermission } from '@/patterns/states';
import { ToneChip } from '@/patterns/status-chip';
import { useOrganization, usePermissionForSome } from '@/session/session';
import { useRequestColumns } from './request-columns';
import { inboxQuery } from './requests-api';

const RequestDetails = lazy(() =>
  import('./request-page').then((page) => ({ default: page.RequestDetails })),
);

/** What awaits the person's own word. A policy may ask somebody who decides nothing else. */
export function InboxPage() {
  const { id: organization } = useOrganization();
  const decides = usePermissionForSome('request.decide');
  const { data, isPending } = useQuery(inboxQuery(organization));
  if (!decides && isPending) {
    return null;
  }
  return decides || data?.items.length ? (
    <Inbox waiting={data?.waiting ?? 0} />
  ) : (
    <NoPermission permission="request.decide" />
  );
}

const needless = ['state', 'decided'];
const mostCounted = 1_000;

function Inbox({ waiting }: { waiting: number }) {
  const { t } = useTranslation('requests');
  const { t: deciding } = useTranslation('deciding');
  const { id: organization, slug } = useOrganization();
  const key = useMemo(() => [organization, 'requests', 'inbox'], [organization]);
  useLiveRefresh('request', key);
  const list = useList<RequestRow>({
    key: [...key, 'list'],
    filters: [],
    load: (_, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/requests/inbox', {
          params: { path: { organization }, query: { cursor } },
        }),
      ),
  });
  const number = waiting < mostCounted ? formatNumber(waiting) : `${formatNumber(mostCounted)}+`;
  return (
    <ListPage
      title={t('toDecide.title')}
      purpose={t('toDecide.purpose')}
      list={list}
      columns={useRequestColumns(needless)}
      rowKey={({ id }) => id}
      rowLink={(id) =>
        linkOptions({ to: '/o/$organization/requests/$request', params: { organization: slug, request: id } })
      }
      detail={RequestDetails}
      action={
        waiting > 0 && (
          <ToneChip tone="warning">{deciding('inbox.waiting', { count: waiting, number })}</ToneChip>
        )
      }
      empty={{ icon: TaskAltOutlined, title: t('toDecide.emptyTitle'), text: t('toDecide.emptyText') }}
    />
  );
}
