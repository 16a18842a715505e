import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeviceRef, Scope, ScopeInput } from '@/api/types';
import { useOrganization } from '@/session/session';
import { DevicePicker } from './pickers';
import { tagsQuery } from './queries';

/** What a person chose so far; a tag or Mac may still be missing. */
export interface ChosenScope {
  kind: Scope['kind'];
  tagId: string | null;
  device: DeviceRef | null;
}

export const wholeOrganization: ChosenScope = { kind: 'ORGANIZATION', tagId: null, device: null };

export function chosenOf(scope: Scope): ChosenScope {
  return {
    kind: scope.kind,
    tagId: scope.kind === 'TAG' ? scope.tag.id : null,
    device: scope.kind === 'DEVICE' ? scope.device : null,
  };
}

/** As the server wants it, or null while the choice is not complete. */
export function scopeInputOf({ kind, tagId, device }: ChosenScope): ScopeInput | null {
  if (kind === 'TAG') {
    return tagId ? { kind, tagId } : null;
  }
  if (kind === 'DEVICE') {
    return device ? { kind, deviceId: device.id } : null;
  }
  return { kind };
}

interface ScopeChoiceProps {
  scope: ChosenScope;
  onChange: (scope: ChosenScope) => void;
  disabled?: boolean;
}

/** Whole organization, one tag, or one Mac. */
export function ScopeChoice({ scope, onChange, disabled }: ScopeChoiceProps) {
  const { t } = useTranslation('macs');
  const { id: organization } = useOrganization();
  const { data: tags = [] } = useQuery(tagsQuery(organization));
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1.5 }}>
      <TextField
        select
        label={t('scope.label')}
        value={scope.kind}
        disabled={disabled}
        onChange={(event) => onChange({ ...scope, kind: event.target.value as Scope['kind'] })}
        sx={{ minWidth: 200 }}
      >
        {(['ORGANIZATION', 'TAG', 'DEVICE'] as const).map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`scope.choice.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {scope.kind === 'TAG' && (
        <TextField
          select
          fullWidth
          required
          label={t('scope.tag')}
          value={tags.some(({ id }) => id === scope.tagId) ? scope.tagId : ''}
          disabled={disabled}
          onChange={(event) => onChange({ ...scope, tagId: event.target.value })}
        >
          {tags.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      {scope.kind === 'DEVICE' && (
        <Stack sx={{ flex: 1 }}>
          <DevicePicker
            label={t('scope.device')}
            chosen={scope.device}
            disabled={disabled}
            onChange={(device) => onChange({ ...scope, device })}
          />
        </Stack>
      )}
    </Stack>
  );
}
