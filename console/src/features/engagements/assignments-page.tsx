import GridViewOutlined from '@mui/icons-material/GridViewOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { Cell, Matrix } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { useLive } from '@/patterns/live';
import { useNotice } from '@/patterns/notice';
import { Page } from '@/patterns/page';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { AxisBar } from './axis-bar';
import { end, keyOf, matrixQuery, type MatrixSearch } from './engagements-api';
import { HandOverDialog } from './hand-over';
import { HistoryDrawer, type HistoryOf } from './history-drawer';
import { MatrixGrid } from './matrix-grid';
import { PeopleCards } from './people-cards';
import { TermsDialog, type TermsRequest } from './terms-dialog';
import { useSelection } from './use-selection';

/** A provider's people by its customers. */
export function AssignmentsPage() {
  const { t } = useTranslation('engagements');
  const { id: organization } = useOrganization();
  const mayChange = usePermission('engagement.manage');
  const refresh = useRefresh();
  const search: MatrixSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const matrix = useQuery(matrixQuery(organization, search));
  const [handing, setHanding] = useState(false);
  useLive('engagement', () => void refresh('assignments'));
  const setSearch = (change: MatrixSearch) =>
    void navigate({ to: '.', search: { ...search, ...change } as never, replace: true });
  const searched = Boolean(search.person ?? search.customer);
  const part = matrix.data;
  const nothing = part && (part.people.items.length === 0 || part.customers.items.length === 0);
  return (
    <Page
      title={t('assignments.title')}
      purpose={t('assignments.purpose')}
      action={
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <Button
            component="a"
            href={addressOf(`/api/organizations/${organization}/assignments/history/export`, {
              format: 'csv',
            })}
            download
          >
            {t('assignments.export')}
          </Button>
          {mayChange && (
            <Button variant="outlined" onClick={() => setHanding(true)}>
              {t('handOver.action')}
            </Button>
          )}
        </Stack>
      }
    >
      <AxisBar part={part} search={search} onChange={setSearch} />
      {matrix.isPending && <PageSkeleton rows={6} />}
      {matrix.error && <ErrorState problem={toProblem(matrix.error)} onRetry={() => void matrix.refetch()} />}
      {nothing && (
        <EmptyState
          icon={GridViewOutlined}
          title={t(searched ? 'assignments.noMatchTitle' : 'assignments.emptyTitle')}
          text={t(searched ? 'assignments.noMatchText' : 'assignments.emptyText')}
        />
      )}
      {part && !nothing && <Assignments part={part} mayChange={mayChange} />}
      {handing && <HandOverDialog onClose={() => setHanding(false)} />}
    </Page>
  );
}

function Assignments({ part, mayChange }: { part: Matrix; mayChange: boolean }) {
  const { t } = useTranslation('engagements');
  const phone = useMediaQuery((theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const held = useMemo(() => new Map(part.cells.map((cell) => [keyOf(cell), cell])), [part]);
  const people = useMemo(() => part.people.items.map(({ person }) => person.id), [part]);
  const customers = useMemo(() => part.customers.items.map(({ id }) => id), [part]);
  const selection = useSelection(people, customers);
  const [editing, setEditing] = useState<TermsRequest | null>(null);
  const [ending, setEnding] = useState<Cell[] | null>(null);
  const [history, setHistory] = useState<HistoryOf | null>(null);
  const names = namesOf(part);
  const edit = (cells: Cell[]) => {
    const like = cells.map((cell) => held.get(keyOf(cell))).find(Boolean);
    setEditing({ cells, like, ...names(cells[0]) });
  };
  const shared = {
    part,
    held,
    mayChange,
    onEdit: edit,
    onPerson: ({ id, displayName }: { id: string; displayName: string }) =>
      setHistory({ title: t('history.ofPerson', { person: displayName }), person: id }),
  };
  const [first] = selection.cells;
  return (
    <>
      {!phone && (
        <Stack
          direction="row"
          role="toolbar"
          aria-label={t('assignments.keys')}
          sx={{ gap: 1, alignItems: 'center', minHeight: 44, flexWrap: 'wrap' }}
        >
          {selection.cells.length === 0 || !first ? (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('assignments.hint')}
            </Typography>
          ) : (
            <>
              <Typography variant="body2">
                {t('assignments.selected', { count: selection.cells.length })}
              </Typography>
              {mayChange && (
                <>
                  <Button size="small" variant="contained" onClick={() => edit(selection.cells)}>
                    {t('assignments.set')}
                  </Button>
                  <Button size="small" color="error" onClick={() => setEnding(selection.cells)}>
                    {t('assignments.end')}
                  </Button>
                </>
              )}
              {selection.cells.length === 1 && (
                <Button
                  size="small"
                  onClick={() =>
                    setHistory({
                      title: t('history.of', names(first)),
                      person: first.personId,
                      customer: first.customerId,
                    })
                  }
                >
                  {t('assignments.history')}
                </Button>
              )}
              <Button size="small" color="inherit" onClick={selection.clear}>
                {t('assignments.clear')}
              </Button>
            </>
          )}
        </Stack>
      )}
      {phone ? (
        <PeopleCards {...shared} />
      ) : (
        <MatrixGrid {...shared} selection={selection} onEnd={setEnding} />
      )}
      {editing && <TermsDialog request={editing} onClose={() => setEditing(null)} />}
      {ending && (
        <EndDialog
          cells={ending.filter((cell) => held.has(keyOf(cell)))}
          onClose={() => setEnding(null)}
          onDone={selection.clear}
        />
      )}
      {history && <HistoryDrawer of={history} onClose={() => setHistory(null)} />}
    </>
  );
}

function EndDialog({ cells, onClose, onDone }: { cells: Cell[]; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('engagements');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      reason
      title={t('ending.title', { count: cells.length })}
      text={t('ending.text')}
      submit={t('ending.submit')}
      onClose={onClose}
      onConfirm={async (reason) => {
        const outcomes = cells.length > 0 ? await end(organization, cells, reason) : [];
        await refresh('assignments');
        notice({
          text: t('ending.done', { count: outcomes.filter(({ effect }) => effect === 'ENDED').length }),
        });
        onDone();
      }}
    />
  );
}

function namesOf(part: Matrix) {
  const people = new Map(part.people.items.map(({ person }) => [person.id, person.displayName]));
  const customers = new Map(part.customers.items.map(({ id, name }) => [id, name]));
  return (cell: Cell | undefined) => ({
    person: people.get(cell?.personId ?? '') ?? '',
    customer: customers.get(cell?.customerId ?? '') ?? '',
  });
}
