import MenuItem from '@mui/material/MenuItem';
import { FormField } from '@/patterns/form';
import type { Team } from '@/api/types';
import { treeOf } from './tree';

interface TeamChoiceProps {
  name: string;
  label: string;
  teams: Team[];
  /** Words for choosing none; without them one must be chosen. */
  none?: string;
  without?: Set<string>;
  defaultValue?: string;
}

/** One team of the tree. */
export function TeamChoice({ name, label, teams, none, without, defaultValue = '' }: TeamChoiceProps) {
  return (
    <FormField
      select
      name={name}
      label={label}
      defaultValue={defaultValue}
      required={!none}
      slotProps={{ select: { displayEmpty: Boolean(none) }, inputLabel: { shrink: none ? true : undefined } }}
    >
      {none && <MenuItem value="">{none}</MenuItem>}
      {treeOf(teams)
        .filter(({ team }) => !without?.has(team.id))
        .map(({ team, depth }) => (
          <MenuItem key={team.id} value={team.id} sx={{ pl: 2 + depth * 2 }}>
            {team.name}
          </MenuItem>
        ))}
    </FormField>
  );
}
