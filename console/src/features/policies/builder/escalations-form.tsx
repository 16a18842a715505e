import AddOutlined from '@mui/icons-material/AddOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Escalation, PolicySeat, PolicyStage } from '@/api/types';
import { groupsIn } from '../place';
import { DurationField } from './fields';
import { SeatsField } from './seats-field';

type Step = Escalation['step'];

const most = 10;
const kinds: Step['kind'][] = ['REMIND', 'ADD', 'REPLACE', 'RAISE', 'EXPIRE'];
const deciders: PolicySeat = { who: { kind: 'PERMISSION', permission: 'request.decide' }, weight: 1 };

interface EscalationsFormProps {
  stage: PolicyStage;
  onChange: (escalations: Escalation[], streak?: string) => void;
}

/** What happens while a stage waits. Nothing of it agrees in anybody's place. */
export function EscalationsForm({ stage, onChange }: EscalationsFormProps) {
  const { t } = useTranslation('builder');
  const { escalations } = stage;
  const groups = groupsIn(stage.requirement).map(({ name }) => name);
  const set = (index: number, escalation: Escalation, streak?: string) =>
    onChange(
      escalations.map((other, at) => (at === index ? escalation : other)),
      streak,
    );
  return (
    <Box role="group" aria-label={t('escalation.label')}>
      <Typography variant="subtitle2" component="h4">
        {t('escalation.label')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('escalation.hint')}
      </Typography>
      <Stack sx={{ gap: 1.5, my: 1.25 }}>
        {escalations.map((escalation, index) => (
          <Stack key={index} sx={{ gap: 1.25, borderLeft: 3, borderColor: 'divider', pl: 1.25 }}>
            <Stack direction="row" sx={{ gap: 0.5, alignItems: 'flex-start' }}>
              <Box sx={{ flex: 1 }}>
                <DurationField
                  label={t('escalation.after')}
                  value={escalation.after}
                  onChange={(after) => set(index, { ...escalation, after }, `escalation ${index}`)}
                />
              </Box>
              <IconButton
                aria-label={t('escalation.remove', { number: index + 1 })}
                onClick={() => onChange(escalations.filter((_, at) => at !== index))}
              >
                <CloseOutlined fontSize="small" />
              </IconButton>
            </Stack>
            <StepFields
              step={escalation.step}
              groups={groups}
              onChange={(step) => set(index, { ...escalation, step })}
            />
          </Stack>
        ))}
      </Stack>
      {escalations.length < most && (
        <Button
          size="small"
          startIcon={<AddOutlined />}
          onClick={() => onChange([...escalations, { after: 'P1D', step: { kind: 'REMIND' } }])}
        >
          {t('escalation.add')}
        </Button>
      )}
    </Box>
  );
}

interface StepFieldsProps {
  step: Step;
  groups: string[];
  onChange: (step: Step) => void;
}

function StepFields({ step, groups, onChange }: StepFieldsProps) {
  const { t } = useTranslation('builder');
  const first = groups[0] ?? '';
  return (
    <>
      <TextField
        select
        fullWidth
        label={t('escalation.step')}
        value={step.kind}
        onChange={({ target }) => onChange(stepOf(target.value as Step['kind'], first))}
      >
        {kinds.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`escalation.kind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {(step.kind === 'ADD' || step.kind === 'REPLACE') && (
        <>
          {groups.length > 1 && (
            <TextField
              select
              fullWidth
              label={t('escalation.group')}
              value={step.kind === 'ADD' ? step.to : step.in}
              onChange={({ target }) =>
                onChange(step.kind === 'ADD' ? { ...step, to: target.value } : { ...step, in: target.value })
              }
            >
              {groups.map((name) => (
                <MenuItem key={name} value={name}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
          )}
          <SeatsField
            needed
            label={t('escalation.who')}
            seats={step.seats}
            onChange={(seats) => onChange({ ...step, seats })}
          />
        </>
      )}
    </>
  );
}

function stepOf(kind: Step['kind'], group: string): Step {
  switch (kind) {
    case 'ADD':
      return { kind, to: group, seats: [deciders] };
    case 'REPLACE':
      return { kind, in: group, seats: [deciders] };
    default:
      return { kind };
  }
}
