import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import ArrowForwardOutlined from '@mui/icons-material/ArrowForwardOutlined';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matrix } from '@/api/types';
import type { MatrixSearch } from './engagements-api';

interface AxisBarProps {
  part: Matrix | undefined;
  search: MatrixSearch;
  onChange: (change: MatrixSearch) => void;
}

const typing = 250;

/** What is searched on either side, and the pages of both. */
export function AxisBar({ part, search, onChange }: AxisBarProps) {
  const { t } = useTranslation('engagements');
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1.5, mb: 1 }}>
      <Axis
        label={t('assignments.searchPeople')}
        previous={t('assignments.previousPeople')}
        next={t('assignments.nextPeople')}
        text={search.person}
        cursor={search.personCursor}
        further={part?.people.next}
        onText={(person) => onChange({ person, personCursor: undefined })}
        onCursor={(personCursor) => onChange({ personCursor })}
      />
      <Axis
        label={t('assignments.searchCustomers')}
        previous={t('assignments.previousCustomers')}
        next={t('assignments.nextCustomers')}
        text={search.customer}
        cursor={search.customerCursor}
        further={part?.customers.next}
        onText={(customer) => onChange({ customer, customerCursor: undefined })}
        onCursor={(customerCursor) => onChange({ customerCursor })}
      />
    </Stack>
  );
}

interface AxisProps {
  label: string;
  previous: string;
  next: string;
  text: string | undefined;
  cursor: string | undefined;
  further: string | null | undefined;
  onText: (text: string | undefined) => void;
  onCursor: (cursor: string | undefined) => void;
}

function Axis({ label, previous, next, text, cursor, further, onText, onCursor }: AxisProps) {
  const [typed, setTyped] = useState(text ?? '');
  const [behind, setBehind] = useState<(string | undefined)[]>([]);
  useEffect(() => {
    if (typed === (text ?? '')) {
      return undefined;
    }
    const timer = setTimeout(() => {
      setBehind([]);
      onText(typed || undefined);
    }, typing);
    return () => clearTimeout(timer);
  });
  return (
    <Stack direction="row" sx={{ flex: 1, alignItems: 'center', gap: 0.5 }}>
      <TextField
        size="small"
        type="search"
        fullWidth
        label={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <IconButton
        aria-label={previous}
        disabled={!cursor}
        onClick={() => {
          onCursor(behind.at(-1));
          setBehind(behind.slice(0, -1));
        }}
      >
        <ArrowBackOutlined fontSize="small" />
      </IconButton>
      <IconButton
        aria-label={next}
        disabled={!further}
        onClick={() => {
          setBehind([...behind, cursor]);
          onCursor(further ?? undefined);
        }}
      >
        <ArrowForwardOutlined fontSize="small" />
      </IconButton>
    </Stack>
  );
}
