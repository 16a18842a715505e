import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approvers } from '@/api/types';
import { usePermissionWords } from '@/patterns/permission-list';
import { useOrganization } from '@/session/session';
import { approversQuery } from '../policies-api';
import { usePolicyWords } from '../policy-words';

interface Choice {
  key: string;
  group: 'RELATION' | 'PERSON' | 'TEAM' | 'ROLE' | 'PERMISSION';
  label: string;
  detail: string;
  who: Approvers;
}

const relations = ['LEAD', 'MANAGER', 'OWNER', 'CUSTOMER_CONTACT'] as const;
const permissions = ['request.decide', 'rule.manage', 'approval.policy.manage'] as const;

interface ApproverPickerProps {
  label: string;
  /** Already chosen ones are not offered again. */
  taken: Approvers[];
  /** Sources of one kind alone. */
  only?: Choice['group'];
  onChoose: (who: Approvers) => void;
}

/** Finds a source of approvers by name: people, teams, roles, and whoever stands in some relation to the request. */
export function ApproverPicker({ label, taken, only, onChoose }: ApproverPickerProps) {
  const { t } = useTranslation('builder');
  const [text, setText] = useState('');
  const { choices, searching } = useChoices(useDeferredValue(text.trim()));
  const known = new Set(taken.map(keyOfSource));
  return (
    <Autocomplete<Choice, false, false>
      value={null}
      inputValue={text}
      blurOnSelect
      options={choices.filter(({ key, group }) => !known.has(key) && (!only || group === only))}
      loading={searching}
      filterOptions={(options) => options}
      groupBy={({ group }) => t(`picker.${group}`)}
      getOptionLabel={(choice) => choice.label}
      getOptionKey={(choice) => choice.key}
      onInputChange={(_, next, reason) => setText(reason === 'selectOption' ? '' : next)}
      onChange={(_, choice) => choice && onChoose(choice.who)}
      noOptionsText={t('picker.none')}
      renderOption={({ key, ...properties }, choice) => (
        <Box component="li" key={key} {...properties}>
          <Box sx={{ minWidth: 0 }}>
            {choice.label}
            {choice.detail && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {choice.detail}
              </Typography>
            )}
          </Box>
        </Box>
      )}
      renderInput={(parameters) => (
        <TextField {...parameters} label={label} placeholder={t('picker.placeholder')} />
      )}
    />
  );
}

/** What two sources that name the same have in common. */
export function keyOfSource(who: Approvers): string {
  switch (who.kind) {
    case 'PERMISSION':
      return `PERMISSION ${who.permission}`;
    case 'ROLE':
      return `ROLE ${who.role}`;
    case 'PERSON':
      return `PERSON ${who.person}`;
    case 'TEAM':
      return `TEAM ${who.team}`;
    default:
      return who.kind;
  }
}

function useChoices(text: string): { choices: Choice[]; searching: boolean } {
  const { id: organization, kind } = useOrganization();
  const words = usePolicyWords();
  const { t } = useTranslation('builder');
  const permissionWords = usePermissionWords();
  const { data = [], isFetching } = useQuery(approversQuery(organization, text));
  const choice = (group: Choice['group'], who: Approvers, label: string, detail = ''): Choice => ({
    key: keyOfSource(who),
    group,
    label,
    detail,
    who,
  });
  const standing = relations
    .filter((relation) => relation !== 'CUSTOMER_CONTACT' || kind === 'CUSTOMER')
    .map((relation) =>
      choice(
        'RELATION',
        { kind: relation },
        upperFirst(words.approvers({ kind: relation })),
        t(`about.${relation}`),
      ),
    );
  const holding = permissions.map((permission) =>
    choice(
      'PERMISSION',
      { kind: 'PERMISSION', permission },
      permissionWords(permission),
      t('about.PERMISSION'),
    ),
  );
  const found = data.map(({ kind: group, id, name, detail }) =>
    choice(group, sourceOf(group, id), name, detail),
  );
  const contains = ({ label }: Choice) => label.toLowerCase().includes(text.toLowerCase());
  return {
    choices: [...standing.filter(contains), ...found, ...holding.filter(contains)],
    searching: isFetching,
  };
}

function sourceOf(group: 'PERSON' | 'TEAM' | 'ROLE', id: string): Approvers {
  switch (group) {
    case 'PERSON':
      return { kind: 'PERSON', person: id };
    case 'TEAM':
      return { kind: 'TEAM', team: id };
    case 'ROLE':
      return { kind: 'ROLE', role: id as Extract<Approvers, { kind: 'ROLE' }>['role'] };
  }
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
