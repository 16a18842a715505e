import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import IconButton from '@mui/material/IconButton';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Navigate } from '@tanstack/react-router';
import { useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../page';
import type { LinkTarget } from '../router-link';
import { EmptyState, ErrorState } from '../states';
import { BesideDetail } from './beside-detail';
import { BulkBar, type BulkAction } from './bulk-bar';
import { CardRows, ListSkeleton, TableRows, type Column } from './rows';
import { ExportMenu } from './export-menu';
import { FilterBar } from './filter-bar';
import { SavedViews } from './saved-views';
import { SortMenu } from './sort-menu';
import type { List } from './use-list';
import { useOpenRow, useWide, type OpenRow } from './use-open-row';

interface ListPageProps<Row> {
  title: ReactNode;
  purpose: ReactNode;
  action?: ReactNode;
  list: List<Row>;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** The detail page of a row by its key, made with `linkOptions`; rows without a page leave it out. */
  rowLink?: (key: string) => LinkTarget;
  /** What the detail page shows, to be opened beside the list where both fit. */
  detail?: ComponentType<{ id: string }>;
  searchLabel?: string;
  bulk?: BulkAction<Row>[];
  /** Address of the export; the filters of the page are added to it. */
  exportPath?: string;
  /** Says beforehand whether the export would be refused. */
  exportCheckPath?: string;
  /** Whether the export needs a fresh factor, which is asked for before the browser opens it. */
  exportConfirmed?: boolean;
  /** What it can be taken out as. */
  exportFormats?: readonly string[];
  empty: {
    icon: Parameters<typeof EmptyState>[0]['icon'];
    title: string;
    text: ReactNode;
    action?: ReactNode;
  };
  /** Arrivals, claims and the like, between the filters and the rows. */
  banner?: ReactNode;
  /** Inside another page (a tab, for instance), the list draws no frame of its own. */
  embedded?: boolean;
}

const columnsBesideDetail = 3;

/** Every list of the console: filters, columns, selection, export, paging, and what to say when there is nothing. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  if (props.embedded) {
    return <ListBody {...props} />;
  }
  return props.detail && props.rowLink ? (
    <ListWithDetail {...props} detail={props.detail} rowLink={props.rowLink} />
  ) : (
    <ListOnPage {...props} />
  );
}

function ListOnPage<Row>(props: ListPageProps<Row> & { row?: OpenRow }) {
  return (
    <Page title={props.title} purpose={props.purpose} action={props.action}>
      <ListBody {...props} />
    </Page>
  );
}

type WithDetail<Row> = ListPageProps<Row> & Required<Pick<ListPageProps<Row>, 'detail' | 'rowLink'>>;

function ListWithDetail<Row>(props: WithDetail<Row>) {
  const keys = props.list.rows.map(props.rowKey);
  const row = useOpenRow(keys);
  const wide = useWide();
  if (row.key && !wide) {
    return <Navigate {...(props.rowLink(row.key) as { to: '/' })} replace />;
  }
  return (
    <BesideDetail row={row} keys={keys} page={props.rowLink} detail={props.detail}>
      <ListOnPage {...props} row={wide ? row : undefined} />
    </BesideDetail>
  );
}

function ListBody<Row>({
  list,
  columns,
  rowKey,
  rowLink,
  searchLabel,
  bulk,
  exportPath,
  exportCheckPath,
  exportConfirmed = false,
  exportFormats = ['csv', 'json'],
  empty,
  banner,
  embedded = false,
  row,
}: ListPageProps<Row> & { row?: OpenRow }) {
  const { t } = useTranslation();
  const phone = useMediaQuery((theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const wanted = visibleColumns(columns, list.search.columns);
  const visible = row?.key ? wanted.slice(0, columnsBesideDetail) : wanted;
  const chosen = list.rows.filter((row) => selected.has(rowKey(row)));
  const rows = {
    rows: list.rows,
    columns: visible,
    rowKey,
    rowLink,
    selected,
    onSelect: bulk && setSelected,
  };
  return (
    <>
      <FilterBar list={list} searchLabel={searchLabel}>
        {phone ? (
          <SortMenu columns={columns} sort={list.sort} onSort={(sort) => list.setSearch({ sort })} />
        ) : (
          <ColumnsMenu
            columns={columns}
            visible={wanted}
            onChange={(names) => list.setSearch({ columns: names })}
          />
        )}
        {!embedded && <SavedViews />}
        {exportPath && (
          <ExportMenu
            path={exportPath}
            checkPath={exportCheckPath}
            query={list.query}
            confirmed={exportConfirmed}
            formats={exportFormats}
          />
        )}
      </FilterBar>
      {banner}
      {bulk && chosen.length > 0 && (
        <BulkBar rows={chosen} actions={bulk} onDone={() => setSelected(new Set())} />
      )}
      {list.state === 'loading' && <ListSkeleton columns={visible.length} phone={phone} />}
      {list.state === 'failed' && list.problem && <ErrorState problem={list.problem} onRetry={list.reload} />}
      {list.state === 'ready' && list.rows.length === 0 && <Nothing list={list} empty={empty} />}
      {list.state === 'ready' && list.rows.length > 0 && (
        <Box aria-busy={list.refreshing}>
          {phone ? (
            <CardRows {...rows} />
          ) : (
            <Paper
              variant="outlined"
              role="region"
              aria-label={t('list.rows')}
              tabIndex={0}
              sx={{ overflow: 'auto' }}
            >
              <TableRows {...rows} open={row} sort={list.sort} onSort={(sort) => list.setSearch({ sort })} />
            </Paper>
          )}
          <More list={list} />
        </Box>
      )}
    </>
  );
}

function Nothing<Row>({ list, empty }: { list: List<Row>; empty: ListPageProps<Row>['empty'] }) {
  const { t } = useTranslation();
  if (!list.filtered) {
    return <EmptyState {...empty} />;
  }
  const none = Object.fromEntries(
    ['text', ...list.filters.map(({ name }) => name)].map((name) => [name, undefined]),
  );
  return (
    <EmptyState
      icon={empty.icon}
      title={t('list.noMatchTitle')}
      text={t('list.noMatchText')}
      action={
        <Button variant="outlined" onClick={() => list.setSearch(none)}>
          {t('list.clearFilters')}
        </Button>
      }
    />
  );
}

function More<Row>({ list }: { list: List<Row> }) {
  const { t } = useTranslation();
  return (
    <Stack
      direction="row"
      sx={{
        justifyContent: 'space-between',
        alignItems: 'center',
        mt: 1.25,
        color: 'text.secondary',
        minHeight: 40,
      }}
    >
      <Box component="span" sx={{ fontSize: '0.8125rem' }} role="status">
        {t('list.shown', { count: list.rows.length })}
      </Box>
      {list.hasMore && (
        <Button variant="outlined" loading={list.loadingMore} onClick={list.loadMore}>
          {t('list.more')}
        </Button>
      )}
    </Stack>
  );
}

function ColumnsMenu<Row>({
  columns,
  visible,
  onChange,
}: {
  columns: Column<Row>[];
  visible: Column<Row>[];
  onChange: (names: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const shown = new Set(visible.map(({ name }) => name));
  const toggle = (name: string) =>
    onChange(
      columns
        .filter((column) => (column.name === name ? !shown.has(name) : shown.has(column.name)))
        .map((column) => column.name)
        .join(','),
    );
  return (
    <>
      <Tooltip title={t('list.columns')}>
        <IconButton
          aria-label={t('list.columns')}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <ViewColumnOutlined />
        </IconButton>
      </Tooltip>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {columns.map((column, index) => (
          <MenuItem
            key={column.name}
            dense
            disabled={index === 0}
            onClick={() => toggle(column.name)}
            role="menuitemcheckbox"
            aria-checked={shown.has(column.name)}
          >
            <Checkbox
              size="small"
              checked={shown.has(column.name)}
              tabIndex={-1}
              aria-hidden
              sx={{ p: 0.5, mr: 0.5 }}
              inert
            />
            <ListItemText>{column.title}</ListItemText>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function visibleColumns<Row>(columns: Column<Row>[], names: string | undefined): Column<Row>[] {
  if (!names) {
    return columns.filter(({ hidden }) => !hidden);
  }
  const wanted = new Set(names.split(','));
  return columns.filter(({ name }, index) => index === 0 || wanted.has(name));
}
