import CheckOutlined from '@mui/icons-material/CheckOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { AskedGroup, PolicyExplanation } from '@/api/types';
import { Section } from '@/patterns/section';
import { Names } from '../names';
import { usePolicyWords } from '../policy-words';
import { sourceOf } from './authority';

/** Which way the request takes, whom each stage asks, and whom a rule excludes. */
export function ExplanationView({ explanation }: { explanation: PolicyExplanation }) {
  return (
    <Names of={explanation}>
      <Way explanation={explanation} />
      <Stages explanation={explanation} />
    </Names>
  );
}

function Way({ explanation: { tried, route, reason } }: { explanation: PolicyExplanation }) {
  const { t } = useTranslation('trial');
  const words = usePolicyWords();
  const marks = { true: CheckOutlined, false: CloseOutlined, null: HelpOutlineOutlined };
  return (
    <Section title={route === null ? t('way.otherwise') : t('way.route', { route })} text={reason}>
      <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0, gap: 0.75 }}>
        {tried.map(({ route: name, when, holds }) => {
          const Mark = marks[`${holds}`];
          return (
            <Box component="li" key={name} sx={{ display: 'flex', gap: 1, overflowWrap: 'anywhere' }}>
              <Mark titleAccess={t(`way.holds.${holds}`)} sx={{ fontSize: 20, color: 'text.secondary' }} />
              <Box sx={{ minWidth: 0, fontSize: '0.875rem' }}>
                {name}: <code>{words.condition(when)}</code>
              </Box>
            </Box>
          );
        })}
      </Stack>
    </Section>
  );
}

function Stages({ explanation: { stages } }: { explanation: PolicyExplanation }) {
  const { t } = useTranslation('trial');
  const words = usePolicyWords();
  return stages.map((stage) => (
    <Section
      key={stage.id}
      title={stage.name}
      text={
        stage.after.length > 0
          ? t('stage.after', {
              stages: stages
                .filter(({ id }) => stage.after.includes(id))
                .map(({ name }) => name)
                .join(', '),
            })
          : t('stage.first')
      }
    >
      {stage.skipped !== null && (
        <Alert severity="info">{t('stage.skipped', { why: words.condition(stage.skipped) })}</Alert>
      )}
      <Stack sx={{ gap: 2 }}>
        {stage.groups.map((group) => (
          <Group key={group.name} group={group} />
        ))}
      </Stack>
    </Section>
  ));
}

function Group({ group }: { group: AskedGroup }) {
  const { t } = useTranslation('trial');
  const words = usePolicyWords();
  const by = (authority: string) => {
    const source = sourceOf(authority);
    return source ? ` (${words.approvers(source)})` : '';
  };
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      <Typography variant="subtitle2" component="h3">
        {group.name}: {words.quorum(group.quorum)}
      </Typography>
      {group.from !== 'SEATS' && <Alert severity="warning">{t(`group.from.${group.from}`)}</Alert>}
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: '0.875rem' }}>
        {group.people.map(({ person, name, authority }) => (
          <li key={person}>
            {name}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {by(authority)}
            </Box>
          </li>
        ))}
        {group.count > group.people.length && (
          <li>{t('group.more', { count: group.count - group.people.length })}</li>
        )}
        {group.excluded.map(({ person, name, rule }) => (
          <Box component="li" key={person} sx={{ color: 'text.secondary' }}>
            <del>{name}</del> {t('group.excluded', { rule: t(`policies:separation.${rule}`) })}
          </Box>
        ))}
      </Box>
      {group.count === 0 && <Alert severity="error">{t('group.nobody')}</Alert>}
    </Box>
  );
}
