import AddOutlined from '@mui/icons-material/AddOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { IdentityProvider, MappingRule } from '@/api/types';
import { useAct } from '@/patterns/act';
import { Section } from '@/patterns/section';
import { useOrganization } from '@/session/session';
import { rolesQuery } from './federation-api';
import { RuleDialog, type RuleDraft } from './rule-dialog';

/** Which value of which claim gives what. */
export function ProviderMapping({ provider, rules }: { provider: IdentityProvider; rules: MappingRule[] }) {
  const { t } = useTranslation('federation');
  const words = useRuleWords();
  const [adding, setAdding] = useState(false);
  const save = useSave(provider);
  const drafts = rules.map(draftOf);
  return (
    <Section
      title={t('mapping.title')}
      text={t('mapping.text')}
      action={
        <Button size="small" startIcon={<AddOutlined />} onClick={() => setAdding(true)}>
          {t('mapping.add')}
        </Button>
      }
    >
      {rules.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('mapping.none')}
        </Typography>
      )}
      <List disablePadding>
        {rules.map((rule, index) => (
          <ListItem
            key={rule.id}
            divider={index < rules.length - 1}
            disableGutters
            secondaryAction={
              <IconButton
                edge="end"
                aria-label={t('mapping.remove')}
                onClick={() => void save(drafts.filter((_, other) => other !== index))}
              >
                <DeleteOutlined />
              </IconButton>
            }
          >
            <ListItemText
              primary={words.who(rule)}
              secondary={words.what(rule)}
              slotProps={{ primary: { sx: { overflowWrap: 'anywhere' } } }}
            />
          </ListItem>
        ))}
      </List>
      {adding && <RuleDialog onAdd={(rule) => save([...drafts, rule])} onClose={() => setAdding(false)} />}
    </Section>
  );
}

/** A rule in words: who gets it, and what it gives. */
export function useRuleWords() {
  const { t } = useTranslation('federation');
  const { id: organization } = useOrganization();
  const { data: roles = [] } = useQuery(rolesQuery(organization));
  const titleOf = (rule: MappingRule) =>
    rule.customRoleName ?? roles.find(({ name }) => name === rule.role)?.title ?? rule.role ?? '';
  return {
    who: (rule: MappingRule) =>
      rule.claim ? t('mapping.who', { claim: rule.claim, value: rule.value }) : t('mapping.everybody'),
    what: (rule: MappingRule) => {
      if (rule.joinsTeam) {
        return t('mapping.joins', { team: rule.team?.name });
      }
      return rule.team
        ? t('mapping.roleInTeam', { role: titleOf(rule), team: rule.team.name })
        : t('mapping.role', { role: titleOf(rule) });
    },
  };
}

function useSave(provider: IdentityProvider): (rules: RuleDraft[]) => Promise<void> {
  const { t } = useTranslation('federation');
  const { id: organization } = useOrganization();
  const act = useAct();
  return async (rules) =>
    act(
      () =>
        answer(
          client.PUT('/api/organizations/{organization}/identity-providers/{id}/mapping', {
            params: { path: { organization, id: provider.id } },
            body: { rules },
          }),
        ),
      t('mapping.saved'),
    );
}

function draftOf(rule: MappingRule): RuleDraft {
  return {
    claim: rule.claim,
    value: rule.value,
    role: rule.role,
    customRole: rule.customRole,
    team: rule.team?.id ?? null,
    joinsTeam: rule.joinsTeam,
  };
}
