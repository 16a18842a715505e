import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import type { PolicyPath } from '@/api/types';
import { addStage, changePath, newGroup } from '../edits';
import { keyOf } from '../place';
import { ChooseMany } from './choices';
import { useEditor } from './editor';
import { EmergencyForm } from './emergency-form';
import { DurationField } from './fields';

const rules = ['REQUESTER', 'BENEFICIARY', 'LAST_EDITOR', 'REPORTING_LINE', 'TEAM'] as const;

/** What holds for all stages of a path. */
export function PathForm({ route, path }: { route: number | null; path: PolicyPath }) {
  const { t } = useTranslation('builder');
  const { change } = useEditor();
  const set = (part: Partial<PolicyPath>, streak?: string) =>
    change(
      (policy) => changePath(policy, route, (before) => ({ ...before, ...part })),
      streak && `${keyOf({ route })} ${streak}`,
    );
  const add = () => {
    const added = addStage(path, t('stage.new'), newGroup(t('group.new')));
    change((policy) => changePath(policy, route, () => added.path), undefined, { route, stage: added.id });
  };
  return (
    <Stack sx={{ gap: 2.25 }}>
      <Button startIcon={<AddOutlined />} variant="outlined" onClick={add} sx={{ alignSelf: 'flex-start' }}>
        {t('stage.add')}
      </Button>
      <ChooseMany
        label={t('path.separation')}
        hint={t('path.separationHint')}
        options={rules.map((value) => ({
          value,
          label: t(`separation.${value}`),
          fixed: value === 'REQUESTER',
        }))}
        chosen={path.separation}
        onChange={(separation) => set({ separation })}
      />
      <DurationField
        label={t('path.expiry')}
        hint={t('path.expiryHint')}
        value={path.expiry}
        onChange={(expiry) => set({ expiry }, 'expiry')}
      />
      <DurationField
        label={t('path.freshness')}
        hint={t('path.freshnessHint')}
        value={path.freshness}
        onChange={(freshness) => set({ freshness }, 'freshness')}
      />
      <EmergencyForm
        route={route}
        emergency={path.emergency ?? null}
        onChange={(emergency, streak) => set({ emergency }, streak)}
      />
    </Stack>
  );
}
