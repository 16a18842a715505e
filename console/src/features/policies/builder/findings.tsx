import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import ListItemButton from '@mui/material/ListItemButton';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problem';
import { Section } from '@/patterns/section';
import { placeOf, type Place } from '../place';
import { useEditor } from './editor';
import { titleOf } from './titles';

interface FindingsProps {
  incomplete: Problem | null;
  checking: boolean;
  onOpen: (place: Place) => void;
}

/** What is wrong, blocking things first, each with the way to its place. */
export function Findings({ incomplete, checking, onOpen }: FindingsProps) {
  const { t } = useTranslation('builder');
  const { policy, findings } = useEditor();
  const sorted = [...findings].sort((left, right) => Number(right.blocks) - Number(left.blocks));
  return (
    <Section
      title={t('finding.title')}
      text={checking ? t('finding.checking') : t('finding.text', { count: findings.length })}
    >
      {incomplete && <Alert severity="error">{incomplete.detail ?? incomplete.title}</Alert>}
      <Box component="ul" aria-live="polite" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {sorted.map((finding, index) => {
          const place = placeOf(policy, finding);
          const { message, line, column, blocks } = finding;
          const Mark = blocks ? ErrorOutlineOutlined : WarningAmberOutlined;
          return (
            <li key={index}>
              <ListItemButton
                component="button"
                onClick={() => onOpen(place)}
                sx={{
                  width: '100%',
                  gap: 1.25,
                  border: 0,
                  borderRadius: 1,
                  font: 'inherit',
                  textAlign: 'left',
                  alignItems: 'flex-start',
                  bgcolor: 'transparent',
                }}
              >
                <Mark
                  titleAccess={t(blocks ? 'finding.blocks' : 'finding.warns')}
                  sx={{ fontSize: 20, color: blocks ? 'tones.bad.strong' : 'tones.warning.strong' }}
                />
                <Box sx={{ minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.875rem' }}>
                  <Box component="span" sx={{ display: 'block', fontWeight: 560 }}>
                    {titlesTo(place)
                      .map((each) => titleOf(policy, each, t))
                      .join(' › ')}
                  </Box>
                  {message}
                  {line !== null && ` ${t('finding.at', { line, column })}`}
                </Box>
              </ListItemButton>
            </li>
          );
        })}
      </Box>
    </Section>
  );
}

/** The places on the way down to one. */
function titlesTo({ route, stage, group }: Place): Place[] {
  if (route === undefined) {
    return [{}];
  }
  const places: Place[] = [{ route }];
  if (stage !== undefined) {
    places.push({ route, stage });
  }
  if (group && group.length > 0) {
    places.push({ route, stage, group });
  }
  return places;
}
