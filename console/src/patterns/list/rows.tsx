import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Checkbox from '@mui/material/Checkbox';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import Typography from '@mui/material/Typography';
import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TargetLink, type LinkTarget } from '../router-link';
import { VisuallyHidden } from '../visually-hidden';
import { rowId, type OpenRow } from './use-open-row';

export interface Column<Row> {
  name: string;
  title: string;
  /** The first column names the row: it is the link to the detail page and the heading of the card. */
  render: (row: Row) => ReactNode;
  /** The server's sort key for this column; `-key` sorts downwards. */
  sort?: string;
  /** The server sorts by it upwards only. */
  ascendingOnly?: boolean;
  numeric?: boolean;
  /** Shown only when the person asks for it. */
  hidden?: boolean;
  /** Holds buttons that say what they do: its title is for those who do not see it. */
  action?: boolean;
  /** Left out of the cards of a phone. */
  wideOnly?: boolean;
}

interface RowsProps<Row> {
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  rowLink?: (key: string) => LinkTarget;
  selected: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
}

export function TableRows<Row>({
  rows,
  columns,
  rowKey,
  rowLink,
  selected,
  onSelect,
  open,
  sort,
  onSort,
}: RowsProps<Row> & { open?: OpenRow; sort?: string; onSort?: (sort: string) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const keys = rows.map(rowKey);
  const all = keys.every((key) => selected.has(key));
  const choose = (key: string) => (event: MouseEvent) => {
    // Links and buttons inside the row act for themselves; marking text is not a click.
    if (
      !(event.target as HTMLElement).closest('a,button,input,label') &&
      !window.getSelection()?.toString()
    ) {
      if (open) {
        open.show(key);
      } else {
        void navigate(rowLink?.(key) as never);
      }
    }
  };
  return (
    <Table size="small" stickyHeader>
      <TableHead>
        <TableRow>
          {onSelect && (
            <TableCell padding="checkbox">
              <Checkbox
                size="small"
                checked={all}
                indeterminate={!all && keys.some((key) => selected.has(key))}
                onChange={() => onSelect(all ? new Set() : new Set(keys))}
                slotProps={{ input: { 'aria-label': t('list.selectAll') } }}
              />
            </TableCell>
          )}
          {columns.map((column) => (
            <TableCell
              key={column.name}
              align={column.numeric ? 'right' : 'left'}
              sortDirection={directionOf(sort, column.sort) ?? false}
              sx={{ bgcolor: 'sunken' }}
            >
              <Head column={column} sort={sort} onSort={onSort} />
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow
            key={rowKey(row)}
            hover={Boolean(rowLink)}
            selected={selected.has(rowKey(row)) || open?.key === rowKey(row)}
            aria-current={open?.key === rowKey(row) || undefined}
            onClick={rowLink && choose(rowKey(row))}
            sx={{
              cursor: rowLink ? 'pointer' : undefined,
              '&:last-of-type td': { borderBottom: 0 },
              '&[aria-current] a': { color: 'text.primary' },
            }}
          >
            {onSelect && (
              <TableCell padding="checkbox">
                <RowCheckbox id={rowKey(row)} selected={selected} onSelect={onSelect} />
              </TableCell>
            )}
            {columns.map((column, index) => (
              <TableCell key={column.name} align={column.numeric ? 'right' : 'left'}>
                {index === 0 ? (
                  <Heading id={rowKey(row)} rowLink={rowLink} open={open}>
                    {column.render(row)}
                  </Heading>
                ) : (
                  column.render(row)
                )}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Head<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort?: string;
  onSort?: (sort: string) => void;
}) {
  if (column.action) {
    return <VisuallyHidden>{column.title}</VisuallyHidden>;
  }
  return column.sort && onSort ? <SortLabel column={column} sort={sort} onSort={onSort} /> : column.title;
}

function SortLabel<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort?: string;
  onSort: (sort: string) => void;
}) {
  const direction = directionOf(sort, column.sort);
  return (
    <TableSortLabel
      active={direction !== undefined}
      direction={direction ?? 'asc'}
      onClick={() =>
        onSort(direction === 'asc' && !column.ascendingOnly ? `-${column.sort}` : (column.sort ?? ''))
      }
    >
      {column.title}
    </TableSortLabel>
  );
}

/** The row's name: a link to its page, which opens beside the list where both fit. */
function Heading({
  id,
  rowLink,
  open,
  children,
}: {
  id: string;
  rowLink?: (key: string) => LinkTarget;
  open?: OpenRow;
  children: ReactNode;
}) {
  if (!rowLink) {
    return (
      <Box component="span" sx={{ fontWeight: 560 }}>
        {children}
      </Box>
    );
  }
  return (
    <TargetLink
      target={rowLink(id)}
      sx={{ color: 'text.primary', fontWeight: 560 }}
      id={open && rowId(id)}
      onOpen={open && (() => open.show(id))}
    >
      {children}
    </TargetLink>
  );
}

/** The same facts at phone width. */
export function CardRows<Row>({ rows, columns, rowKey, rowLink, selected, onSelect }: RowsProps<Row>) {
  const [heading, ...facts] = columns;
  return (
    <Stack component="ul" sx={{ gap: 1, p: 0, m: 0, listStyle: 'none' }}>
      {rows.map((row) => (
        <Card component="li" key={rowKey(row)} sx={{ p: 1.75 }}>
          <Stack direction="row" sx={{ alignItems: 'center', gap: 0.5, mb: 0.75 }}>
            {onSelect && <RowCheckbox id={rowKey(row)} selected={selected} onSelect={onSelect} />}
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {heading && (
                <Heading id={rowKey(row)} rowLink={rowLink}>
                  {heading.render(row)}
                </Heading>
              )}
            </Box>
          </Stack>
          <Box
            component="dl"
            sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.5 }}
          >
            {facts
              .filter(({ wideOnly }) => !wideOnly)
              .map((column) => (
                <Box key={column.name} sx={{ display: 'contents' }}>
                  <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
                    {column.action ? <VisuallyHidden>{column.title}</VisuallyHidden> : column.title}
                  </Typography>
                  <Typography
                    component="dd"
                    variant="body2"
                    sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', textAlign: 'right' }}
                  >
                    {column.render(row)}
                  </Typography>
                </Box>
              ))}
          </Box>
        </Card>
      ))}
    </Stack>
  );
}

function RowCheckbox({
  id,
  selected,
  onSelect,
}: {
  id: string;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation();
  const toggle = () => {
    const next = new Set(selected);
    if (!next.delete(id)) {
      next.add(id);
    }
    onSelect(next);
  };
  return (
    <Checkbox
      size="small"
      checked={selected.has(id)}
      onChange={toggle}
      slotProps={{ input: { 'aria-label': t('list.selectRow') } }}
    />
  );
}

export function ListSkeleton({ columns, phone }: { columns: number; phone: boolean }) {
  const { t } = useTranslation();
  return (
    <Box
      role="status"
      aria-label={t('state.loading')}
      sx={{ border: phone ? 0 : 1, borderColor: 'divider', borderRadius: 1 }}
    >
      {Array.from({ length: phone ? 4 : 9 }, (_, row) =>
        phone ? (
          <Skeleton key={row} variant="rounded" height={128} sx={{ mb: 1 }} />
        ) : (
          <Stack key={row} direction="row" sx={{ gap: 3, px: 1.5, height: 43, alignItems: 'center' }}>
            {Array.from({ length: columns }, (_, column) => (
              <Skeleton key={column} variant="text" sx={{ flex: column === 0 ? 2 : 1 }} />
            ))}
          </Stack>
        ),
      )}
    </Box>
  );
}

function directionOf(sort: string | undefined, column: string | undefined): 'asc' | 'desc' | undefined {
  if (!sort || !column || sort.replace(/^-/, '') !== column) {
    return undefined;
  }
  return sort.startsWith('-') ? 'desc' : 'asc';
}
