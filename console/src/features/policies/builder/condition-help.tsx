import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { PolicyFact } from '@/api/types';
import { idsIn, useNames } from '../names';
import { ApproverPicker } from './approver-picker';

const examples = [
  'risk >= 60',
  'signingStatus == "UNSIGNED"',
  'department in ["Finance", "Legal"]',
  'publisher.startsWith("Acme")',
  '"END_USER" in roles && !external',
];

interface ConditionHelpProps {
  condition: string;
  facts: PolicyFact[];
  onInsert: (text: string) => void;
}

/** What a condition may look at, how it is written, and whom the ids in it name. */
export function ConditionHelp({ condition, facts, onInsert }: ConditionHelpProps) {
  const { t } = useTranslation('builder');
  const nameOf = useNames();
  const named = idsIn(condition);
  return (
    <>
      {named.length > 0 && (
        <Typography variant="body2" sx={{ mt: 0.75, color: 'text.secondary' }}>
          {t('condition.names', { names: named.map((id) => nameOf(id) ?? t('policies:unknown')).join(', ') })}
        </Typography>
      )}
      <Accordion
        disableGutters
        elevation={0}
        slotProps={{ transition: { unmountOnExit: true } }}
        sx={{ bgcolor: 'transparent', '&::before': { display: 'none' } }}
      >
        <AccordionSummary expandIcon={<ExpandMoreOutlined />} sx={{ px: 0, minHeight: 40 }}>
          <Typography variant="body2">{t('condition.help')}</Typography>
        </AccordionSummary>
        <AccordionDetails sx={{ px: 0, pt: 0 }}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 1.5 }}>
            {facts.map(({ name, type, meaning }) => (
              <Box component="li" key={name} sx={{ py: 0.25, fontSize: '0.8125rem' }}>
                <Button
                  size="small"
                  aria-label={t('condition.insert', { name })}
                  onClick={() => onInsert(name)}
                  sx={{ minWidth: 0, px: 0.5, py: 0, textTransform: 'none' }}
                >
                  <code>{name}</code>
                </Button>{' '}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {t(`condition.type.${type}`)} · {meaning}
                </Box>
              </Box>
            ))}
          </Box>
          <ApproverPicker
            label={t('condition.team')}
            only="TEAM"
            taken={[]}
            onChoose={(who) => who.kind === 'TEAM' && onInsert(`"${who.team}" in teams`)}
          />
          <Typography variant="subtitle2" component="h4" sx={{ mt: 1.5 }}>
            {t('condition.examples')}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: '0.8125rem' }}>
            {examples.map((example) => (
              <li key={example}>
                <code>{example}</code>
              </li>
            ))}
          </Box>
          <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
            {t('condition.doubt')}
          </Typography>
        </AccordionDetails>
      </Accordion>
    </>
  );
}
