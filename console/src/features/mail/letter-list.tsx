import MailOutlined from '@mui/icons-material/MailOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { LetterRow } from '@/api/types';
import { toProblem } from '@/api/problem';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList, type Filter } from '@/patterns/list/use-list';
import { useNotice } from '@/patterns/notice';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { mailKey } from './mail-api';

const states = ['WAITING', 'SENT', 'NEEDLESS', 'DEAD'] as const;

/** Letters, the latest first: what they are about and how it went, not what they say nor to whom. */
export function LetterList() {
  const { t } = useTranslation('mail');
  const { t: status } = useTranslation('status');
  const filters = useMemo<Filter[]>(
    () => [
      {
        name: 'state',
        label: t('column.state'),
        kind: 'choice',
        options: states.map((state) => ({ value: state, label: status(state) })),
      },
    ],
    [t, status],
  );
  const list = useList<LetterRow>({
    key: [...mailKey, 'letters'],
    filters,
    load: ({ state }, cursor) =>
      answer(
        client.GET('/api/installation/mail/letters', {
          params: { query: { state: states.find((known) => known === state), cursor } },
        }),
      ),
  });
  return (
    <ListPage
      embedded
      title={t('title')}
      purpose={t('purpose')}
      list={list}
      columns={useColumns()}
      rowKey={({ id }) => id}
      empty={{ icon: MailOutlined, title: t('empty.title'), text: t('empty.text') }}
    />
  );
}

function useColumns(): Column<LetterRow>[] {
  const { t } = useTranslation('mail');
  return [
    { name: 'kind', title: t('column.kind'), render: ({ kind }) => t(`kind.${kind}`) },
    { name: 'state', title: t('column.state'), render: ({ state }) => <StatusChip status={state} /> },
    {
      name: 'recipientDomain',
      title: t('column.recipientDomain'),
      render: ({ recipientDomain }) => recipientDomain ?? '—',
    },
    { name: 'attempts', title: t('column.attempts'), numeric: true, render: ({ attempts }) => attempts },
    { name: 'problem', title: t('column.problem'), render: ({ problem }) => problem ?? '—' },
    {
      name: 'changedAt',
      title: t('column.changedAt'),
      render: ({ changedAt }) => <RelativeTime at={changedAt} />,
    },
    { name: 'dueAt', title: t('column.dueAt'), render: ({ dueAt }) => <RelativeTime at={dueAt} /> },
    {
      name: 'actions',
      title: t('column.actions'),
      render: ({ id, state }) => state === 'DEAD' && <DeadActions id={id} />,
    },
  ];
}

function DeadActions({ id }: { id: string }) {
  const { t } = useTranslation('mail');
  const queries = useQueryClient();
  const notice = useNotice();
  const act = async (work: Promise<unknown>, done: string) => {
    try {
      await work;
      await queries.invalidateQueries({ queryKey: mailKey });
      notice({ text: done });
    } catch (error) {
      const { detail, title } = toProblem(error);
      notice({ severity: 'error', text: detail ?? title });
    }
  };
  const letter = { params: { path: { id } } };
  return (
    <Stack direction="row" sx={{ gap: 1 }}>
      <Button
        size="small"
        variant="outlined"
        onClick={() =>
          void act(
            answer(client.POST('/api/installation/mail/letters/{id}/retry', letter)),
            t('dead.retried'),
          )
        }
      >
        {t('dead.retry')}
      </Button>
      <Button
        size="small"
        color="inherit"
        onClick={() =>
          void act(answer(client.DELETE('/api/installation/mail/letters/{id}', letter)), t('dead.discarded'))
        }
      >
        {t('dead.discard')}
      </Button>
    </Stack>
  );
}
