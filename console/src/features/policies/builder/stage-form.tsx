import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import { useTranslation } from 'react-i18next';
import type { PolicyPath, PolicyStage } from '@/api/types';
import { changePath, changeRequirement, changeStage, mayWaitFor, newGroup, removeStage } from '../edits';
import { keyOf, type Place } from '../place';
import { ChooseMany, ChooseOne } from './choices';
import { ConditionField } from './condition-field';
import { useEditor } from './editor';
import { EscalationsForm } from './escalations-form';
import { NameField } from './fields';
import { RequirementTree } from './requirement-tree';

interface StageFormProps {
  place: Place & { route: number | null };
  path: PolicyPath;
  stage: PolicyStage;
}

/** One step of a path: when it begins, whether it is left out, who must agree, and what happens while it waits. */
export function StageForm({ place, path, stage }: StageFormProps) {
  const { t } = useTranslation('builder');
  const { change } = useEditor();
  const set = (part: Partial<PolicyStage>, streak?: string) =>
    change(
      (policy) =>
        changePath(policy, place.route, (before) =>
          changeStage(before, stage.id, (each) => ({ ...each, ...part })),
        ),
      streak && `${keyOf(place)} ${streak}`,
    );
  const before = mayWaitFor(path, stage.id);
  const voted = stage.requirement.kind === 'VOTES';
  const othersDecide = path.stages.some(
    ({ id, requirement }) => id !== stage.id && requirement.kind !== 'VOTES',
  );
  return (
    <Stack sx={{ gap: 2.25 }}>
      <NameField label={t('stage.name')} value={stage.name} onChange={(name) => set({ name }, 'name')} />
      {before.length > 0 && (
        <ChooseMany
          label={t('stage.after')}
          hint={t(stage.after.length === 0 ? 'stage.atOnce' : 'stage.afterHint')}
          options={before.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={stage.after}
          onChange={(after) => set({ after })}
        />
      )}
      <Stack sx={{ gap: 1 }}>
        <FormControlLabel
          control={
            <Switch
              checked={stage.when !== null && stage.when !== undefined}
              onChange={({ target }) => set({ when: target.checked ? 'true' : null })}
            />
          }
          label={t('stage.conditional')}
        />
        {stage.when !== null && stage.when !== undefined && (
          <ConditionField
            label={t('stage.when')}
            hint={t('stage.whenHint')}
            place={place}
            value={stage.when}
            onChange={(when) => set({ when }, 'when')}
          />
        )}
      </Stack>
      {(voted || othersDecide) && (
        <ChooseOne
          label={t('stage.by')}
          options={(['PEOPLE', 'VOTES'] as const).map((value) => ({ value, label: t(`by.${value}`) }))}
          chosen={voted ? 'VOTES' : 'PEOPLE'}
          onChange={(by) =>
            change((policy) =>
              changeRequirement(policy, place, () =>
                by === 'VOTES' ? { kind: 'VOTES' } : newGroup(t('group.new')),
              ),
            )
          }
        />
      )}
      {!voted && <RequirementTree place={place} root={stage.requirement} />}
      <ChooseOne
        label={t('stage.veto')}
        options={(['ENDS', 'COUNTS'] as const).map((value) => ({ value, label: t(`veto.${value}`) }))}
        chosen={stage.veto}
        onChange={(veto) => set({ veto })}
      />
      <ChooseMany
        label={t('stage.keeps')}
        hint={t('stage.keepsHint')}
        options={(['COSMETIC', 'NARROWING'] as const).map((value) => ({ value, label: t(`edit.${value}`) }))}
        chosen={stage.keeps.filter((edit) => edit !== 'MATERIAL')}
        onChange={(keeps) => set({ keeps })}
      />
      <EscalationsForm stage={stage} onChange={(escalations, streak) => set({ escalations }, streak)} />
      {path.stages.length > 1 && (
        <Button
          color="error"
          sx={{ alignSelf: 'flex-start' }}
          onClick={() =>
            change(
              (policy) => changePath(policy, place.route, (all) => removeStage(all, stage.id)),
              undefined,
              { route: place.route },
            )
          }
        >
          {t('stage.remove')}
        </Button>
      )}
    </Stack>
  );
}
