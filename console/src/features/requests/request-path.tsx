import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Need, RequestDecision, RequestDetail, RequestGroup, RequestStage } from '@/api/types';
import { formatNumber } from '@/patterns/numbers';
import { Section } from '@/patterns/section';
import { StatusChip, ToneChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { authorityOf } from './authority';

/** Who must agree, who has, and who can: stage by stage. */
export function RequestPath({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('deciding');
  const { stages, decisions } = request.path;
  return (
    <Section
      title={t('path.title')}
      action={
        request.version > 1 && (
          <ToneChip tone="info">{t('path.version', { count: request.version })}</ToneChip>
        )
      }
    >
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {stages.map((stage) => (
          <StageLine
            key={stage.id}
            stage={stage}
            before={stages.filter(({ id }) => stage.after.includes(id)).map(({ name }) => name)}
            decisions={decisions.filter(({ stageId }) => stageId === stage.id)}
          />
        ))}
      </Box>
    </Section>
  );
}

interface StageLineProps {
  stage: RequestStage;
  before: string[];
  decisions: RequestDecision[];
}

function StageLine({ stage, before, decisions }: StageLineProps) {
  const { t } = useTranslation('deciding');
  const begun = stage.state === 'ACTIVE';
  const asks = begun || stage.state === 'WAITING';
  return (
    <Box component="li" sx={{ pl: 1.75, borderLeft: 3, borderColor: begun ? 'primary.main' : 'divider' }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography component="h3" sx={{ fontWeight: 600 }}>
          {stage.name}
        </Typography>
        {asks ? (
          <ToneChip tone={stage.state === 'ACTIVE' ? 'warning' : 'neutral'}>
            {t(`stage.${stage.state}`)}
          </ToneChip>
        ) : (
          <StatusChip status={stage.state} />
        )}
      </Stack>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        {[
          stage.skipped,
          stage.state === 'WAITING' && before.length > 0 && t('path.after', { stages: before.join(', ') }),
          stage.state === 'ACTIVE' && stage.oneRefusalEnds && t('path.oneRefusal'),
        ]
          .filter(Boolean)
          .join(' ')}
      </Typography>
      <Needs need={stage.needs} groups={stage.groups} decisions={decisions} />
    </Box>
  );
}

interface NeedsProps {
  need: Need;
  groups: RequestGroup[];
  decisions: RequestDecision[];
}

/** Groups that belong together stand together, under the word that joins them. */
function Needs({ need, groups, decisions }: NeedsProps) {
  const { t } = useTranslation('deciding');
  if (need.kind === 'GROUP') {
    const group = groups.find(({ name }) => name === need.group);
    return group ? (
      <GroupLine group={group} decisions={decisions.filter((made) => made.group === group.name)} />
    ) : null;
  }
  if (need.kind === 'VOTES') {
    return <Typography variant="body2">{t('need.VOTES')}</Typography>;
  }
  return (
    <Box sx={{ mt: 0.75 }}>
      {need.of.length > 1 && <Typography variant="body2">{t(`need.${need.kind}`)}</Typography>}
      <Box sx={{ pl: need.of.length > 1 ? 1.5 : 0 }}>
        {need.of.map((part, index) => (
          <Needs key={part.group ?? index} need={part} groups={groups} decisions={decisions} />
        ))}
      </Box>
    </Box>
  );
}

function GroupLine({ group, decisions }: { group: RequestGroup; decisions: RequestDecision[] }) {
  const { t } = useTranslation('deciding');
  const amount = { agreed: formatNumber(group.agreed), needed: formatNumber(group.needed) };
  const count = group.needed === 0 ? 'later' : group.weighed ? 'weight' : 'people';
  return (
    <Box sx={{ mt: 0.75 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Box component="span" sx={{ fontWeight: 560 }}>
          {group.name}
        </Box>
        <ToneChip tone={group.met && group.needed > 0 ? 'good' : 'neutral'}>
          {t(`group.${count}`, amount)}
        </ToneChip>
      </Stack>
      {!group.met && group.silent > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('group.mayDecide')}: <MayDecide group={group} />
        </Typography>
      )}
      {decisions.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }} aria-label={t('group.decided')}>
          {decisions.map((made) => (
            <Said key={`${made.person.id} ${made.at}`} made={made} />
          ))}
        </Box>
      )}
    </Box>
  );
}

/** The names of those whose word is missing. */
export function MayDecide({ group: { mayDecide, silent } }: { group: RequestGroup }) {
  const { t } = useTranslation('deciding');
  const others = silent - mayDecide.length;
  return (
    <>
      {mayDecide.map(({ displayName }) => displayName).join(', ')}
      {others > 0 && ` ${t('group.more', { count: others })}`}
    </>
  );
}

function Said({ made }: { made: RequestDecision }) {
  const { t } = useTranslation('deciding');
  return (
    <Box component="li" sx={{ mt: 0.5, fontSize: '0.875rem' }}>
      <Box
        component="span"
        sx={made.stale ? { textDecoration: 'line-through', color: 'text.secondary' } : {}}
      >
        <strong>{made.person.displayName}</strong> {t(`said.${made.outcome}`)}
        {made.actingFor && ` ${t('said.actingFor', { name: made.actingFor.displayName })}`}
        {made.delegatedUntil && (
          <>
            {t('said.delegatedUntil')} <RelativeTime at={made.delegatedUntil} />
          </>
        )}
      </Box>{' '}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t(`authority.${authorityOf(made.authority)}`)}, <RelativeTime at={made.at} />
      </Box>{' '}
      {made.stale && <ToneChip tone="warning">{t('said.stale')}</ToneChip>}
    </Box>
  );
}
