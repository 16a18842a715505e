import Checkbox from '@mui/material/Checkbox';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import type { BellKind } from '@/api/types';

const kinds: BellKind[] = [
  'REQUEST_TO_DECIDE',
  'REQUEST_TO_REVIEW',
  'REQUEST_ASKED_BACK',
  'REQUEST_ANSWERED',
  'REQUEST_APPROVED',
  'REQUEST_REJECTED',
  'REQUEST_EXPIRED',
  'REQUEST_RATIFIED',
  'REQUEST_REPUDIATED',
];

interface KindTableProps {
  muted: BellKind[];
  mailed: BellKind[];
  onMuted: (next: BellKind[]) => void;
  onMailed: (next: BellKind[]) => void;
}

/** A line for each kind, a box for each way. */
export function KindTable({ muted, mailed, onMuted, onMailed }: KindTableProps) {
  const { t } = useTranslation('telling');
  const toggled = (list: BellKind[], kind: BellKind) =>
    list.includes(kind) ? list.filter((other) => other !== kind) : [...list, kind];
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{t('kinds.what')}</TableCell>
          <TableCell align="center">{t('kinds.bell')}</TableCell>
          <TableCell align="center">{t('kinds.mail')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {kinds.map((kind) => (
          <TableRow key={kind}>
            <TableCell component="th" scope="row">
              {t(`kind.${kind}`)}
            </TableCell>
            <Box
              label={t('kinds.byBell', { kind: t(`kind.${kind}`) })}
              checked={!muted.includes(kind)}
              onToggle={() => onMuted(toggled(muted, kind))}
            />
            <Box
              label={t('kinds.byMail', { kind: t(`kind.${kind}`) })}
              checked={mailed.includes(kind)}
              onToggle={() => onMailed(toggled(mailed, kind))}
            />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Box({ label, checked, onToggle }: { label: string; checked: boolean; onToggle: () => void }) {
  return (
    <TableCell align="center">
      <Checkbox
        size="small"
        checked={checked}
        onChange={onToggle}
        slotProps={{ input: { 'aria-label': label } }}
      />
    </TableCell>
  );
}
