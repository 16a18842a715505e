import AddOutlined from '@mui/icons-material/AddOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ListItemButton from '@mui/material/ListItemButton';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { PolicyGroup, Requirement } from '@/api/types';
import { addGroup, changeRequirement, freeName, newGroup } from '../edits';
import { groupsIn, partsOf, type Place } from '../place';
import { usePolicyWords } from '../policy-words';
import { useEditor } from './editor';

const deepest = 3;
const mostParts = 10;

/** Whose agreement is needed: groups under AND and OR, each a way to its form. */
export function RequirementTree({ place, root }: { place: Place; root: Requirement }) {
  const { t } = useTranslation('builder');
  return (
    <Box role="group" aria-label={t('requirement.label')}>
      <Typography variant="subtitle2" component="h4" sx={{ mb: 0.75 }}>
        {t('requirement.label')}
      </Typography>
      <Part place={{ ...place, group: [] }} part={root} root={root} />
    </Box>
  );
}

interface PartProps {
  place: Place;
  part: Requirement;
  root: Requirement;
}

function Part({ place, part, root }: PartProps) {
  const { t } = useTranslation('builder');
  const { change, select } = useEditor();
  const way = place.group ?? [];
  if (part.kind === 'VOTES') {
    return null;
  }
  const add = (kind: 'ALL' | 'ANY') => {
    const group = newGroup(
      freeName(
        t('group.new'),
        groupsIn(root).map(({ name }) => name),
      ),
    );
    const at = part.kind === kind ? part.of.length : 1;
    change(
      (policy) => changeRequirement(policy, place, (before) => addGroup(before, kind, group)),
      undefined,
      {
        ...place,
        group: [...way, at],
      },
    );
  };
  const other = part.kind === 'ALL' ? 'ANY' : 'ALL';
  return (
    <>
      {part.kind === 'GROUP' ? (
        <GroupRow group={part} onOpen={() => select(place)} />
      ) : (
        <Box sx={{ borderLeft: 3, borderColor: 'divider', pl: 1.25 }}>
          <ToggleButtonGroup
            size="small"
            exclusive
            value={part.kind}
            aria-label={t('requirement.join')}
            onChange={(_, kind: 'ALL' | 'ANY' | null) =>
              kind &&
              change((policy) =>
                changeRequirement(policy, place, (before) =>
                  before.kind === 'ALL' || before.kind === 'ANY' ? { ...before, kind } : before,
                ),
              )
            }
            sx={{ mb: 0.75 }}
          >
            <ToggleButton value="ALL">{t('requirement.ALL')}</ToggleButton>
            <ToggleButton value="ANY">{t('requirement.ANY')}</ToggleButton>
          </ToggleButtonGroup>
          <Stack sx={{ gap: 0.75 }}>
            {part.of.map((each, index) => (
              <Part key={index} place={{ ...place, group: [...way, index] }} part={each} root={root} />
            ))}
          </Stack>
        </Box>
      )}
      {(way.length === 0 || part.kind !== 'GROUP') && (
        <Stack direction="row" sx={{ flexWrap: 'wrap', mt: 0.5 }}>
          {(['ALL', 'ANY'] as const)
            .filter((kind) =>
              kind === part.kind
                ? part.of.length < mostParts
                : part.kind === 'GROUP' || (way.length === 0 && depthOf(part) < deepest),
            )
            .map((kind) => (
              <Button key={kind} size="small" startIcon={<AddOutlined />} onClick={() => add(kind)}>
                {t(
                  kind === other && part.kind !== 'GROUP'
                    ? `requirement.around.${kind}`
                    : `requirement.add.${kind}`,
                )}
              </Button>
            ))}
        </Stack>
      )}
    </>
  );
}

function depthOf(part: Requirement): number {
  return 1 + Math.max(0, ...partsOf(part).map(depthOf));
}

function GroupRow({ group, onOpen }: { group: PolicyGroup; onOpen: () => void }) {
  const words = usePolicyWords();
  return (
    <ListItemButton
      component="button"
      onClick={onOpen}
      sx={{
        width: '100%',
        bgcolor: 'sunken',
        borderRadius: 1,
        gap: 1.25,
        textAlign: 'left',
        font: 'inherit',
        border: 0,
      }}
    >
      <GroupsOutlined sx={{ color: 'text.secondary', fontSize: 20 }} />
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 560, overflowWrap: 'anywhere' }}>{group.name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {words.requirement(group)}
        </Typography>
      </Box>
    </ListItemButton>
  );
}
