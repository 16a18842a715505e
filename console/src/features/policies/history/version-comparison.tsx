import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import type { ApprovalPolicy, PolicyVersion } from '@/api/types';
import { PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { Names } from '../names';
import { policyVersionQuery } from '../policies-api';
import { PolicyComparison } from '../policy-comparison';

interface VersionComparisonProps {
  versions: PolicyVersion[];
  draft?: ApprovalPolicy;
  first: number;
  onClose: () => void;
}

const drafted = -1;

/** How two versions differ, or a version and the draft. */
export function VersionComparison({ versions, draft, first, onClose }: VersionComparisonProps) {
  const { t } = useTranslation('trial');
  const { id: organization } = useOrganization();
  const phone = useMediaQuery((theme) => theme.breakpoints.down('sm'));
  const title = useId();
  const newest = versions[0]?.version ?? 0;
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(first === newest && draft ? drafted : newest);
  const before = useQuery({ ...policyVersionQuery(organization, from), enabled: from !== drafted });
  const after = useQuery({ ...policyVersionQuery(organization, to), enabled: to !== drafted });
  const left = from === drafted ? draft : before.data?.policy;
  const right = to === drafted ? draft : after.data?.policy;
  const failed = before.error ?? after.error;
  const choice = (label: string, value: number, onChange: (version: number) => void) => (
    <TextField
      select
      fullWidth
      label={label}
      value={value}
      onChange={({ target }) => onChange(Number(target.value))}
    >
      {draft && <MenuItem value={drafted}>{t('versions.draft')}</MenuItem>}
      {versions.map(({ version, name }) => (
        <MenuItem key={version} value={version}>
          {version === 0 ? t('versions.builtIn') : t('versions.one', { version, name })}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <Dialog open fullWidth maxWidth="md" fullScreen={phone} onClose={onClose} aria-labelledby={title}>
      <DialogTitle id={title}>{t('versions.difference')}</DialogTitle>
      <DialogContent>
        <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 2, pt: 1, mb: 2 }}>
          {choice(t('versions.from'), from, setFrom)}
          {choice(t('versions.to'), to, setTo)}
        </Stack>
        {failed && <Alert severity="error">{toProblem(failed).detail ?? toProblem(failed).title}</Alert>}
        {left && right ? (
          <Names of={[left, right]}>
            <PolicyComparison before={left} after={right} />
          </Names>
        ) : (
          !failed && <PageSkeleton rows={3} />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common:action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
