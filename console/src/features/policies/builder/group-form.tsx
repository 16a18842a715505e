import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import type { PolicyGroup } from '@/api/types';
import { changeRequirement, removeRequirement } from '../edits';
import { groupsIn, keyOf, pathAt, requirementOf, type Place } from '../place';
import { useEditor } from './editor';
import { NameField } from './fields';
import { QuorumField } from './quorum-field';
import { SeatsField } from './seats-field';

/** People of whom enough must agree. */
export function GroupForm({ place, group }: { place: Place; group: PolicyGroup }) {
  const { t } = useTranslation('builder');
  const { policy, change } = useEditor();
  const set = (part: Partial<PolicyGroup>, streak?: string) =>
    change(
      (before) => changeRequirement(before, place, () => ({ ...group, ...part })),
      streak && `${keyOf(place)} ${streak}`,
    );
  const others = namesBeside(place, policy).filter((name) => name !== group.name);
  const alone = (place.group ?? []).length === 0;
  return (
    <Stack sx={{ gap: 2 }}>
      <NameField
        label={t('group.name')}
        value={group.name}
        taken={others}
        onChange={(name) => set({ name }, 'name')}
      />
      <QuorumField quorum={group.quorum} onChange={(quorum) => set({ quorum }, 'quorum')} />
      <SeatsField
        needed
        label={t('group.seats')}
        hint={t('group.seatsHint')}
        seats={group.seats}
        weighted={group.quorum.kind === 'WEIGHT'}
        onChange={(seats) => set({ seats })}
      />
      <SeatsField
        label={t('group.fallback')}
        hint={t('group.fallbackHint')}
        seats={group.fallback}
        weighted={group.quorum.kind === 'WEIGHT'}
        onChange={(fallback) => set({ fallback })}
      />
      {!alone && (
        <Button
          color="error"
          sx={{ alignSelf: 'flex-start' }}
          onClick={() =>
            change((before) => removeRequirement(before, place), undefined, {
              route: place.route,
              stage: place.stage,
            })
          }
        >
          {t('group.remove')}
        </Button>
      )}
    </Stack>
  );
}

function namesBeside({ route, stage }: Place, policy: Parameters<typeof pathAt>[0]): string[] {
  const path = route === undefined ? undefined : pathAt(policy, route);
  const root = path && stage !== undefined ? requirementOf(path, stage) : undefined;
  return root ? groupsIn(root).map(({ name }) => name) : [];
}
