import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from './shortcuts';
import { ToneChip } from './status-chip';

interface DecisionCardProps {
  title: ReactNode;
  /** Who asks, from where, since when. */
  asker: ReactNode;
  /** Why, in the requester's own words. */
  justification: string;
  /** What approving would allow. */
  allows: ReactNode;
  risk?: { tone: 'good' | 'warning' | 'bad'; word: string; reasons: string[] };
  earlier?: ReactNode;
  /** What each click will do, said before it. */
  consequences: ReactNode;
  /** Why this person cannot decide; then there are no buttons. */
  whyNot?: string | null;
  onApprove: () => void;
  onDeny: () => void;
  onAskBack?: () => void;
  onAbstain?: () => void;
  busy?: boolean;
}

/** One decision, whole: what, who and why, what it would allow, the risk, earlier cases, then the buttons. */
export function DecisionCard(props: DecisionCardProps) {
  const { title, asker, justification, allows, risk, earlier, consequences, whyNot } = props;
  const { t } = useTranslation();
  return (
    <Card component="section" aria-label={t('decision.title')} sx={{ mb: 2, overflow: 'visible' }}>
      <Box sx={{ p: { xs: 2, md: 2.5 } }}>
        <Typography variant="h2">{title}</Typography>
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mt: 0.25 }}>
          {asker}
        </Typography>
        <Typography
          component="blockquote"
          sx={{
            m: 0,
            mt: 1.5,
            pl: 1.75,
            borderLeft: 3,
            borderColor: 'primary.main',
            whiteSpace: 'pre-line',
            overflowWrap: 'anywhere',
          }}
        >
          {justification}
        </Typography>
        <Part title={t('decision.allows')}>{allows}</Part>
        {risk && (
          <Part title={t('decision.risk')}>
            <ToneChip tone={risk.tone}>{risk.word}</ToneChip>
            <Box component="ul" sx={{ m: 0, mt: 0.75, pl: 2.5 }}>
              {risk.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </Box>
          </Part>
        )}
        {earlier && <Part title={t('decision.earlier')}>{earlier}</Part>}
      </Box>
      <Box
        sx={{
          px: { xs: 2, md: 2.5 },
          py: 1.75,
          borderTop: 1,
          borderColor: 'divider',
          bgcolor: 'sunken',
          borderRadius: '0 0 10px 10px',
        }}
      >
        {whyNot ? (
          <Typography variant="body2">{whyNot}</Typography>
        ) : (
          <>
            <Typography variant="body2" component="div" sx={{ mb: 1.25 }}>
              {consequences}
            </Typography>
            <DecisionButtons {...props} />
          </>
        )}
      </Box>
    </Card>
  );
}

function DecisionButtons({ onApprove, onDeny, onAskBack, onAbstain, busy }: DecisionCardProps) {
  const { t } = useTranslation();
  useShortcut('a', t('decision.approve'), () => !busy && onApprove());
  useShortcut('d', t('decision.deny'), () => !busy && onDeny());
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      <Button variant="contained" onClick={onApprove} loading={busy} endIcon={<Key name="A" />}>
        {t('decision.approve')}
      </Button>
      <Button variant="outlined" color="error" onClick={onDeny} disabled={busy} endIcon={<Key name="D" />}>
        {t('decision.deny')}
      </Button>
      {onAskBack && <LesserButton letter="r" label={t('decision.askBack')} run={onAskBack} busy={busy} />}
      {onAbstain && <LesserButton letter="l" label={t('decision.abstain')} run={onAbstain} busy={busy} />}
    </Stack>
  );
}

interface LesserButtonProps {
  letter: string;
  label: string;
  run: () => void;
  busy?: boolean;
}

/** What decides nothing yet. */
function LesserButton({ letter, label, run, busy }: LesserButtonProps) {
  useShortcut(letter, label, () => !busy && run());
  return (
    <Button
      variant="outlined"
      color="inherit"
      onClick={run}
      disabled={busy}
      endIcon={<Key name={letter.toUpperCase()} />}
    >
      {label}
    </Button>
  );
}

/** The key that does the same, as a small cap. */
export function Key({ name }: { name: string }) {
  return (
    <Box
      component="kbd"
      aria-hidden
      sx={{
        px: 0.6,
        borderRadius: '4px',
        border: 1,
        borderColor: 'currentColor',
        fontSize: '0.6875rem !important',
        lineHeight: 1.5,
      }}
    >
      {name}
    </Box>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="overline" component="h3" sx={{ color: 'text.secondary' }}>
        {title}
      </Typography>
      <Box sx={{ fontSize: '0.875rem' }}>{children}</Box>
    </Box>
  );
}
