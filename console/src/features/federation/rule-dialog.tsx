import MenuItem from '@mui/material/MenuItem';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingDraft, RoleName } from '@/api/types';
import { FormDialog, FormField } from '@/patterns/form';
import { useOrganization } from '@/session/session';
import { customRolesQuery, rolesQuery, teamsQuery } from './federation-api';

export type RuleDraft = MappingDraft;

interface RuleDialogProps {
  onAdd: (rule: RuleDraft) => Promise<void>;
  onClose: () => void;
}

type Gives = 'role' | 'team';

/** One more rule. */
export function RuleDialog({ onAdd, onClose }: RuleDialogProps) {
  const { t } = useTranslation('federation');
  const { id: organization } = useOrganization();
  const { data: roles = [] } = useQuery(rolesQuery(organization));
  const { data: own = [] } = useQuery(customRolesQuery(organization));
  const { data: teams = [] } = useQuery(teamsQuery(organization));
  const [whom, setWhom] = useState<'claim' | 'everybody'>('claim');
  const [gives, setGives] = useState<Gives>('role');
  return (
    <FormDialog
      open
      title={t('mapping.add')}
      text={t('mapping.addText')}
      submit={t('mapping.add')}
      onClose={onClose}
      onSubmit={({ claim = '', value = '', role = '', team = '' }) => {
        const custom = own.some(({ id }) => id === role);
        return onAdd({
          claim: whom === 'claim' ? claim.trim() : null,
          value: whom === 'claim' ? value.trim() : null,
          role: gives === 'role' && !custom ? (role as RoleName) : null,
          customRole: gives === 'role' && custom ? role : null,
          team: team || null,
          joinsTeam: gives === 'team',
        });
      }}
    >
      <FormField
        select
        name="whom"
        label={t('mapping.whom')}
        value={whom}
        onChange={(event) => setWhom(event.target.value as typeof whom)}
      >
        <MenuItem value="claim">{t('mapping.byClaim')}</MenuItem>
        <MenuItem value="everybody">{t('mapping.everybody')}</MenuItem>
      </FormField>
      {whom === 'claim' && (
        <>
          <FormField name="claim" label={t('mapping.claim')} defaultValue="groups" required />
          <FormField name="value" label={t('mapping.value')} helperText={t('mapping.valueHint')} required />
        </>
      )}
      <FormField
        select
        name="gives"
        label={t('mapping.gives')}
        value={gives}
        onChange={(event) => setGives(event.target.value as Gives)}
      >
        <MenuItem value="role">{t('mapping.givesRole')}</MenuItem>
        <MenuItem value="team">{t('mapping.givesTeam')}</MenuItem>
      </FormField>
      {gives === 'role' && (
        <FormField select name="role" label={t('mapping.whichRole')} defaultValue="" required>
          {[...roles.map(({ name, title }) => [name, title]), ...own.map(({ id, name }) => [id, name])].map(
            ([value, title]) => (
              <MenuItem key={value} value={value}>
                {title}
              </MenuItem>
            ),
          )}
        </FormField>
      )}
      {(gives === 'team' || teams.length > 0) && (
        <FormField
          select
          name="team"
          label={t(gives === 'team' ? 'mapping.whichTeam' : 'mapping.onlyTeam')}
          defaultValue=""
          required={gives === 'team'}
        >
          {gives === 'role' && <MenuItem value="">{t('mapping.everywhere')}</MenuItem>}
          {teams.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </FormField>
      )}
    </FormDialog>
  );
}
