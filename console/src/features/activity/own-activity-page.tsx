import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Activity } from '@/api/types';
import { ListPage } from '@/patterns/list/list-page';
import { useList } from '@/patterns/list/use-list';
import { useSession } from '@/session/session';
import { PlainShell } from '@/shell/plain-shell';
import { useActivityColumns, useActivityFilters } from '@/patterns/activity/activity-columns';

/** Where I signed in and out, what I changed, and what was refused to me or to somebody who tried to be me. */
export function OwnActivityPage() {
  const { t } = useTranslation('activity');
  const list = useList<Activity>({
    key: ['account', 'activity'],
    filters: useActivityFilters(),
    load: ({ kind, from, to }, cursor) =>
      answer(
        client.GET('/api/account/activity', {
          params: { query: { kind: kind as Activity['kind'] | undefined, from, to, cursor } },
        }),
      ),
  });
  return (
    <PlainShell>
      <ListPage
        title={t('own.title')}
        purpose={t('own.purpose')}
        list={list}
        columns={useActivityColumns()}
        rowKey={({ id }) => id}
        banner={<ChangesElsewhere />}
        empty={{ icon: HistoryOutlined, title: t('empty.title'), text: t('own.empty') }}
      />
    </PlainShell>
  );
}

/** Changes are read from the books: whoever may read none is told so, instead of finding nothing. */
function ChangesElsewhere() {
  const { t } = useTranslation('activity');
  const { memberships } = useSession();
  const closed = memberships.filter(({ permissions }) => !permissions.includes('ledger.read'));
  if (closed.length === 0) {
    return null;
  }
  return (
    <Alert severity="info" variant="outlined" sx={{ mb: 1.5 }}>
      {closed.length === memberships.length
        ? t('own.noChanges')
        : t('own.fewerChanges', { count: memberships.length - closed.length })}
    </Alert>
  );
}
