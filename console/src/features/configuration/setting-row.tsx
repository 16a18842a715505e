import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { MediaPolicy } from '@/api/types';
import { ScopeName } from '@/patterns/macs/names';
import { SettingValue } from '@/patterns/macs/setting-value';
import { duration } from '@/patterns/time';
import { monospace } from '@/theme/theme';
import { startOf, type Inherited, type SettingForm } from './settings';

interface SettingRowProps {
  setting: SettingForm;
  value: unknown;
  inherited: Inherited;
  readOnly: boolean;
  onChange: (value: unknown) => void;
}

/** One setting: what it is, whether it is set here, and what holds if not. */
export function SettingRow({ setting, value, inherited, readOnly, onChange }: SettingRowProps) {
  const { t } = useTranslation('configuration');
  const { t: macs } = useTranslation('macs');
  const { name } = setting;
  const own = value !== null && value !== undefined;
  const label = macs(`setting.${name}`);
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 1fr) minmax(0, 1fr)' },
        columnGap: 3,
        rowGap: 1,
        px: 2.25,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box>
        <Typography sx={{ fontWeight: 560 }}>{label}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`hint.${name}`)}
        </Typography>
      </Box>
      <Stack sx={{ gap: 0.75, minWidth: 0 }}>
        {!readOnly && (
          <FormControlLabel
            sx={{ mt: -0.5, '& .MuiFormControlLabel-label': { fontSize: '0.875rem' } }}
            control={
              <Checkbox
                size="small"
                checked={own}
                onChange={() => onChange(own ? null : startOf(setting, inherited.value))}
                slotProps={{ input: { 'aria-label': t('setHereFor', { setting: label }) } }}
              />
            }
            label={t('setHere')}
          />
        )}
        {own && !readOnly && <Control setting={setting} label={label} value={value} onChange={onChange} />}
        {own && readOnly && <SettingValue name={name} value={value} />}
        {!own && (
          <Stack
            direction="row"
            sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', color: 'text.secondary' }}
          >
            <SettingValue name={name} value={inherited.value} />
            <Typography variant="body2" component="span">
              {t('from')}
            </Typography>
            <ScopeName scope={inherited.scope} />
          </Stack>
        )}
      </Stack>
    </Box>
  );
}

interface ControlProps {
  setting: SettingForm;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

function Control({ setting, label, value, onChange }: ControlProps) {
  const { t: macs } = useTranslation('macs');
  switch (setting.kind) {
    case 'mode':
      return (
        <Choice
          label={label}
          value={String(value)}
          values={['MONITOR', 'LOCKDOWN', 'STANDALONE']}
          onChange={onChange}
        />
      );
    case 'fileAccess':
      return (
        <Choice
          label={label}
          value={String(value)}
          values={['NONE', 'AUDIT_ONLY', 'DISABLE']}
          onChange={onChange}
        />
      );
    case 'yesNo':
      return (
        <TextField
          select
          fullWidth
          aria-label={label}
          value={value ? 'yes' : 'no'}
          onChange={(event) => onChange(event.target.value === 'yes')}
          slotProps={{ select: { SelectDisplayProps: { 'aria-label': label } } }}
        >
          <MenuItem value="yes">{macs('value.yes')}</MenuItem>
          <MenuItem value="no">{macs('value.no')}</MenuItem>
        </TextField>
      );
    case 'number':
      return <NumberControl setting={setting} label={label} value={value} onChange={onChange} />;
    case 'media':
      return <MediaControl label={label} value={value as MediaPolicy} onChange={onChange} />;
    case 'expression':
    case 'address':
    case 'text':
      return (
        <TextField
          fullWidth
          multiline={setting.kind === 'address'}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
          slotProps={{
            htmlInput: {
              'aria-label': label,
              maxLength: setting.maximum ?? 4096,
              spellCheck: false,
              style: setting.kind === 'text' ? undefined : { fontFamily: monospace, fontSize: '0.8125rem' },
            },
          }}
        />
      );
  }
}

function Choice({
  label,
  value,
  values,
  onChange,
}: {
  label: string;
  value: string;
  values: string[];
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation('configuration');
  return (
    <TextField
      select
      fullWidth
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { SelectDisplayProps: { 'aria-label': label } } }}
    >
      {values.map((one) => (
        <MenuItem key={one} value={one}>
          {t(`choice.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function NumberControl({ setting, label, value, onChange }: ControlProps) {
  const { t } = useTranslation('configuration');
  const { minimum, maximum, name } = setting;
  const number = Number(value);
  const limits = { minimum, maximum };
  return (
    <TextField
      fullWidth
      type="number"
      value={Number.isNaN(number) ? '' : number}
      onChange={(event) =>
        onChange(event.target.value === '' ? minimum : Math.trunc(Number(event.target.value)))
      }
      error={number < (minimum ?? 0) || number > (maximum ?? Infinity)}
      helperText={
        name.endsWith('Seconds') ? t('seconds', { ...limits, time: duration(number) }) : t('range', limits)
      }
      slotProps={{ htmlInput: { 'aria-label': label, min: minimum, max: maximum } }}
    />
  );
}

const actions: MediaPolicy['action'][] = ['ALLOW', 'BLOCK', 'REMOUNT'];

function MediaControl({
  label,
  value,
  onChange,
}: {
  label: string;
  value: MediaPolicy;
  onChange: (value: MediaPolicy) => void;
}) {
  const { t } = useTranslation('configuration');
  return (
    <Stack sx={{ gap: 1 }}>
      <Choice
        label={label}
        value={value.action}
        values={actions}
        onChange={(action) =>
          onChange({
            action: action as MediaPolicy['action'],
            remountFlags:
              action === 'REMOUNT' ? (value.remountFlags.length ? value.remountFlags : ['rdonly']) : [],
          })
        }
      />
      {value.action === 'REMOUNT' && (
        <TextField
          label={t('remountFlags')}
          helperText={t('remountHint')}
          value={value.remountFlags.join(', ')}
          onChange={(event) =>
            onChange({ ...value, remountFlags: event.target.value.split(',').map((flag) => flag.trim()) })
          }
        />
      )}
    </Stack>
  );
}
