import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface BulkAction<Row> {
  name: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  /** Why the action is not for these rows; undefined if it is. */
  refusal?: (rows: Row[]) => string | undefined;
  /** Acts, or opens the dialog that says what will and won't happen; `done` empties the selection. */
  onAct: (rows: Row[], done: () => void) => void;
}

interface BulkBarProps<Row> {
  rows: Row[];
  actions: BulkAction<Row>[];
  onDone: () => void;
}

export function BulkBar<Row>({ rows, actions, onDone }: BulkBarProps<Row>) {
  const { t } = useTranslation();
  return (
    <Paper
      role="region"
      aria-label={t('list.selection')}
      variant="outlined"
      sx={{
        position: 'sticky',
        top: 64,
        zIndex: 4,
        p: 1,
        pl: 2,
        mb: 1,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        boxShadow: 3,
      }}
    >
      <Box component="span" role="status" sx={{ fontWeight: 560, mr: 1 }}>
        {t('list.selected', { count: rows.length })}
      </Box>
      {actions.map((action) => {
        const refusal = action.refusal?.(rows);
        return (
          <Button
            key={action.name}
            size="small"
            variant="outlined"
            color={action.danger ? 'error' : 'primary'}
            startIcon={action.icon}
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => action.onAct(rows, onDone)}
          >
            {action.label}
          </Button>
        );
      })}
      <Box sx={{ flex: 1 }} />
      <Button size="small" color="inherit" onClick={onDone}>
        {t('list.clearSelection')}
      </Button>
    </Paper>
  );
}
