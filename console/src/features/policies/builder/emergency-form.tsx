import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import { useTranslation } from 'react-i18next';
import type { PolicyEmergency } from '@/api/types';
import { useOrganization } from '@/session/session';
import { newGroup } from '../edits';
import { review } from '../place';
import { ChooseMany } from './choices';
import { DurationField } from './fields';
import { RequirementTree } from './requirement-tree';
import { rolesOf } from './roles';

interface EmergencyFormProps {
  route: number | null;
  emergency: PolicyEmergency | null;
  onChange: (emergency: PolicyEmergency | null, streak?: string) => void;
}

/** How somebody gets at once what is decided later. */
export function EmergencyForm({ route, emergency, onChange }: EmergencyFormProps) {
  const { t } = useTranslation('builder');
  const roles = rolesOf[useOrganization().kind];
  const first = roles[0];
  return (
    <Stack sx={{ gap: 1.5 }}>
      <FormControlLabel
        control={
          <Switch
            checked={emergency !== null}
            onChange={({ target }) =>
              onChange(
                target.checked && first
                  ? { roles: [first], review: newGroup(t('emergency.reviewers')), deadline: 'P2D' }
                  : null,
              )
            }
          />
        }
        label={t('emergency.allow')}
      />
      {emergency && (
        <Stack sx={{ gap: 2, borderLeft: 3, borderColor: 'divider', pl: 1.5 }}>
          <ChooseMany
            label={t('emergency.roles')}
            options={roles.map((value) => ({
              value,
              label: t(`common:role.${value}`),
              fixed: emergency.roles.length === 1 && emergency.roles[0] === value,
            }))}
            chosen={emergency.roles}
            onChange={(chosen) => onChange({ ...emergency, roles: chosen })}
          />
          <DurationField
            label={t('emergency.deadline')}
            hint={t('emergency.deadlineHint')}
            value={emergency.deadline}
            onChange={(deadline) => onChange({ ...emergency, deadline }, 'deadline')}
          />
          <RequirementTree place={{ route, stage: review }} root={emergency.review} />
        </Stack>
      )}
    </Stack>
  );
}
