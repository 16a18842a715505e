import ClearOutlined from '@mui/icons-material/ClearOutlined';
import FilterListOutlined from '@mui/icons-material/FilterListOutlined';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import Popover from '@mui/material/Popover';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../shortcuts';
import type { Filter, List } from './use-list';

interface FilterBarProps {
  list: Pick<List<unknown>, 'filters' | 'search' | 'setSearch' | 'filtered'>;
  /** What the free text looks through; without it there is no text box. */
  searchLabel?: string;
  children?: ReactNode;
}

export function FilterBar({ list, searchLabel, children }: FilterBarProps) {
  const { t } = useTranslation();
  const chips = list.filters.filter(({ name }) => list.search[name]);
  return (
    <Stack sx={{ gap: 1, mb: 1.5 }}>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        {searchLabel && <TextFilter label={searchLabel} list={list} />}
        {list.filters.length > 0 && <FilterMenu list={list} />}
        <Box sx={{ flex: 1, display: { xs: 'none', sm: 'block' } }} />
        {children}
      </Stack>
      {chips.length > 0 && (
        <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap' }}>
          {chips.map((filter) => {
            const words = `${filter.label}: ${wordOf(filter, list.search[filter.name] ?? '')}`;
            return (
              <Chip
                key={filter.name}
                size="small"
                label={words}
                onDelete={() => list.setSearch({ [filter.name]: undefined })}
                slotProps={{ root: { 'aria-label': t('list.removeFilter', { filter: words }) } }}
              />
            );
          })}
          <Button
            size="small"
            sx={{ minHeight: 24, py: 0 }}
            onClick={() =>
              list.setSearch({
                text: undefined,
                ...Object.fromEntries(list.filters.map(({ name }) => [name, undefined])),
              })
            }
          >
            {t('list.clearFilters')}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}

function TextFilter({ label, list }: { label: string; list: FilterBarProps['list'] }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const committed = list.search.text ?? '';
  const [typed, setTyped] = useState(committed);
  const [seen, setSeen] = useState(committed);
  if (committed !== seen) {
    setSeen(committed);
    setTyped(committed);
  }
  useShortcut('/', t('keys.filter'), () => input.current?.focus());
  const { setSearch } = list;
  useEffect(() => {
    const timer = setTimeout(() => typed !== committed && setSearch({ text: typed }), 250);
    return () => clearTimeout(timer);
  }, [typed, committed, setSearch]);
  return (
    <TextField
      inputRef={input}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      placeholder={label}
      sx={{ flex: { xs: '1 1 160px', sm: 'none' }, width: { sm: 300 } }}
      slotProps={{
        htmlInput: { 'aria-label': label, maxLength: 200 },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchOutlined fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: typed && (
            <IconButton size="small" aria-label={t('list.clearText')} onClick={() => setTyped('')}>
              <ClearOutlined fontSize="small" />
            </IconButton>
          ),
        },
      }}
    />
  );
}

function FilterMenu({ list }: { list: FilterBarProps['list'] }) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<FilterListOutlined />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ borderColor: 'divider', height: 40 }}
        aria-haspopup="dialog"
      >
        {t('list.filter')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { variant: 'outlined', sx: { mt: 0.5 }, role: 'dialog', 'aria-label': t('list.filter') },
        }}
      >
        <Box
          component="form"
          onSubmit={(event) => {
            event.preventDefault();
            list.setSearch(
              Object.fromEntries(
                list.filters.map((filter) => [filter.name, valueIn(event.currentTarget, filter)]),
              ),
            );
            setAnchor(null);
          }}
          sx={{ p: 2, pt: 2.5, width: 320, display: 'grid', gap: 1.75 }}
        >
          {list.filters.map((filter) => (
            <FilterField key={filter.name} filter={filter} value={list.search[filter.name] ?? ''} />
          ))}
          <Button type="submit" variant="contained">
            {t('list.applyFilters')}
          </Button>
        </Box>
      </Popover>
    </>
  );
}

function FilterField({ filter, value }: { filter: Filter; value: string }) {
  const { t } = useTranslation();
  if (filter.kind === 'choice') {
    return (
      <TextField select fullWidth name={filter.name} label={filter.label} defaultValue={value}>
        <MenuItem value="">{t('list.any')}</MenuItem>
        {filter.options.map((option) => (
          <MenuItem key={option.value} value={option.value}>
            {option.label}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  return (
    <TextField
      fullWidth
      name={filter.name}
      label={filter.label}
      defaultValue={filter.kind === 'time' ? toLocalTime(value) : value}
      type={filter.kind === 'time' ? 'datetime-local' : 'text'}
      slotProps={{
        inputLabel: filter.kind === 'time' ? { shrink: true } : {},
        htmlInput: { maxLength: 200 },
      }}
    />
  );
}

function valueIn(form: HTMLFormElement, filter: Filter): string | undefined {
  const typed = new FormData(form).get(filter.name)?.toString().trim();
  return typed && filter.kind === 'time' ? new Date(typed).toISOString() : typed || undefined;
}

function wordOf(filter: Filter, value: string): string {
  if (filter.kind === 'choice') {
    return filter.options.find((option) => option.value === value)?.label ?? value;
  }
  return filter.kind === 'time' ? toLocalTime(value).replace('T', ' ') : value;
}

/** An instant as the person's own clock shows it, in the form that a time field takes. */
function toLocalTime(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) {
    return '';
  }
  return new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
