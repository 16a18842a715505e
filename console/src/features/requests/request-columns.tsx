import { useTranslation } from 'react-i18next';
import type { RequestRow } from '@/api/types';
import type { Column } from '@/patterns/list/rows';
import { orNothing } from '@/patterns/macs/names';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useSession } from '@/session/session';

/** What lists tell of a request. */
export function useRequestColumns(needless: readonly string[]): Column<RequestRow>[] {
  const { t } = useTranslation('requests');
  const columns: Column<RequestRow>[] = [
    { name: 'title', title: t('column.what'), render: ({ number, title }) => `#${number} ${title}` },
    { name: 'state', title: t('column.state'), render: ({ state }) => <StatusChip status={state} /> },
    { name: 'waits', title: t('column.waits'), render: (request) => <WaitsFor request={request} /> },
    { name: 'requester', title: t('column.who'), render: ({ requester }) => requester.displayName },
    { name: 'device', title: t('column.device'), render: ({ device }) => orNothing(device?.hostname) },
    { name: 'justification', title: t('column.why'), render: ({ justification }) => justification },
    {
      name: 'submittedAt',
      title: t('column.asked'),
      render: ({ submittedAt }) => <RelativeTime at={submittedAt} />,
    },
    { name: 'decided', title: t('column.decided'), render: (request) => <Decided request={request} /> },
  ];
  return columns.filter(({ name }) => !needless.includes(name));
}

/** Whose word is missing. */
function WaitsFor({ request: { state, waitsFor, requester } }: { request: RequestRow }) {
  const { t } = useTranslation('deciding');
  const { person } = useSession();
  if (state === 'CHANGES_REQUESTED') {
    return requester.id === person.id ? t('waits.you') : requester.displayName;
  }
  return orNothing(waitsFor.join(', '));
}

function Decided({ request: { decidedAt, decidedBy } }: { request: RequestRow }) {
  return decidedAt ? (
    <>
      <RelativeTime at={decidedAt} /> {decidedBy && `· ${decidedBy.displayName}`}
    </>
  ) : (
    '—'
  );
}
