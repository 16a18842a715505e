import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monospace } from '@/theme/theme';
import { differencesOf, fingerprintOf, type Change } from './differences';
import { CopyButton, shorten } from './identifier';

interface DifferenceProps {
  before: unknown;
  after: unknown;
  /** Words for paths, where the page knows better ones. */
  labelOf?: (path: string) => string | undefined;
}

/** What changed, by meaning first: setting, old, new. Equal parts are folded, the raw values one click away. */
export function Difference({ before, after, labelOf }: DifferenceProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<'meaning' | 'raw'>('meaning');
  const [unfolded, setUnfolded] = useState(false);
  const changes = differencesOf(before, after);
  const equal = changes.filter(({ kind }) => kind === 'equal').length;
  const shown = unfolded ? changes : changes.filter(({ kind }) => kind !== 'equal');
  return (
    <Box>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 1 }}>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={view}
          onChange={(_, next: typeof view | null) => next && setView(next)}
          aria-label={t('difference.view')}
        >
          <ToggleButton value="meaning" sx={{ py: 0.25, textTransform: 'none' }}>
            {t('difference.meaning')}
          </ToggleButton>
          <ToggleButton value="raw" sx={{ py: 0.25, textTransform: 'none' }}>
            {t('difference.raw')}
          </ToggleButton>
        </ToggleButtonGroup>
        <CopyButton value={JSON.stringify({ before, after }, null, 2)} label={t('difference.copy')} />
      </Stack>
      {view === 'raw' ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: { md: '1fr 1fr' }, gap: 1.5 }}>
          <Raw title={t('difference.before')} value={before} />
          <Raw title={t('difference.after')} value={after} />
        </Box>
      ) : (
        <>
          {shown.length === 0 && <Typography variant="body2">{t('difference.none')}</Typography>}
          <Box component="dl" sx={{ m: 0 }}>
            {shown.map((change) => (
              <ChangeLine key={change.path} change={change} label={labelOf?.(change.path) ?? change.path} />
            ))}
          </Box>
          {equal > 0 && (
            <Button size="small" onClick={() => setUnfolded(!unfolded)} aria-expanded={unfolded}>
              {t(unfolded ? 'difference.fold' : 'difference.unfold', { count: equal })}
            </Button>
          )}
        </>
      )}
    </Box>
  );
}

function ChangeLine({ change, label }: { change: Change; label: string }) {
  const { t } = useTranslation();
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(130px, 220px) 1fr' },
        gap: { xs: 0.25, sm: 2 },
        py: 0.75,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box
        component="dt"
        sx={{
          fontFamily: monospace,
          fontSize: '0.8125rem',
          color: 'text.secondary',
          overflowWrap: 'anywhere',
        }}
      >
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
        {change.kind === 'equal' ? (
          <Value value={change.after} />
        ) : (
          <Stack sx={{ gap: 0.5, alignItems: 'flex-start' }}>
            {change.kind !== 'added' && (
              <Value value={change.before} sign="−" tone="bad" word={t('difference.before')} />
            )}
            {change.kind !== 'removed' && (
              <Value value={change.after} sign="+" tone="good" word={t('difference.after')} />
            )}
          </Stack>
        )}
      </Box>
    </Box>
  );
}

function Value({
  value,
  sign,
  tone,
  word,
}: {
  value: unknown;
  sign?: string;
  tone?: 'good' | 'bad';
  word?: string;
}) {
  const { t } = useTranslation();
  return (
    <Box
      component={sign === '−' ? 'del' : sign === '+' ? 'ins' : 'span'}
      aria-label={word && `${word}: ${textOf(value, t('difference.unset'))}`}
      sx={{
        fontFamily: monospace,
        fontSize: '0.8125rem',
        textDecoration: 'none',
        overflowWrap: 'anywhere',
        borderRadius: '4px',
        px: tone ? 0.75 : 0,
        color: tone && `tones.${tone}.text`,
        bgcolor: tone && `tones.${tone}.soft`,
      }}
    >
      {sign && <span aria-hidden>{sign} </span>}
      {textOf(value, t('difference.unset'))}
    </Box>
  );
}

function Raw({ title, value }: { title: string; value: unknown }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="overline" component="h3" sx={{ color: 'text.secondary' }}>
        {title}
      </Typography>
      <Box
        component="pre"
        tabIndex={0}
        aria-label={title}
        sx={{
          m: 0,
          p: 1.5,
          bgcolor: 'sunken',
          borderRadius: 1,
          overflow: 'auto',
          fontSize: '0.75rem',
          maxHeight: 420,
        }}
      >
        {value === null || value === undefined ? '—' : JSON.stringify(value, null, 2)}
      </Box>
    </Box>
  );
}

function textOf(value: unknown, unset: string): string {
  if (value === null || value === undefined) {
    return unset;
  }
  const fingerprint = fingerprintOf(value);
  if (fingerprint) {
    return `•••• ${shorten(fingerprint, 12)}`;
  }
  return typeof value === 'string' ? value || '""' : JSON.stringify(value);
}
