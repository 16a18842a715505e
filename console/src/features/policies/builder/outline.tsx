import AltRouteOutlined from '@mui/icons-material/AltRouteOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import FlagOutlined from '@mui/icons-material/FlagOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import PolicyOutlined from '@mui/icons-material/PolicyOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import ListItemButton from '@mui/material/ListItemButton';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyPath, Requirement } from '@/api/types';
import type { Icon } from '@/patterns/icon';
import { groupsIn, keyOf, partAt, review, type Place } from '../place';
import { usePolicyWords } from '../policy-words';
import { useEditor, useFindingsWithin } from './editor';

/** The policy as a list, from its routes down to its groups. Each line opens its form. */
export function Outline({ onOpen }: { onOpen: (place: Place) => void }) {
  const { t } = useTranslation('builder');
  const { policy } = useEditor();
  const words = usePolicyWords();
  return (
    <Box component="nav" aria-label={t('outline.label')}>
      <List>
        <Line
          place={{}}
          icon={PolicyOutlined}
          title={policy.name}
          text={t('outline.policy')}
          onOpen={onOpen}
        />
        {policy.routes.map((route, index) => (
          <Line
            key={index}
            place={{ route: index }}
            icon={AltRouteOutlined}
            title={`${index + 1}. ${route.name}`}
            text={words.condition(route.when)}
            code
            onOpen={onOpen}
          >
            <PathLines route={index} path={route.path} onOpen={onOpen} />
          </Line>
        ))}
        <Line
          place={{ route: null }}
          icon={AltRouteOutlined}
          title={t('otherwise')}
          text={t('outline.otherwise')}
          onOpen={onOpen}
        >
          <PathLines route={null} path={policy.otherwise} onOpen={onOpen} />
        </Line>
      </List>
    </Box>
  );
}

interface PathLinesProps {
  route: number | null;
  path: PolicyPath;
  onOpen: (place: Place) => void;
}

function PathLines({ route, path, onOpen }: PathLinesProps) {
  const { t } = useTranslation('builder');
  const words = usePolicyWords();
  return (
    <List inner>
      {path.stages.map((stage) => (
        <Line
          key={stage.id}
          place={{ route, stage: stage.id }}
          icon={FlagOutlined}
          title={stage.name}
          text={[
            words.after(stage, path.stages),
            stage.requirement.kind === 'VOTES' && words.requirement(stage.requirement),
            stage.when && t('outline.when', { condition: words.condition(stage.when) }),
          ]
            .filter(Boolean)
            .join(' · ')}
          onOpen={onOpen}
        >
          <GroupLines place={{ route, stage: stage.id }} root={stage.requirement} onOpen={onOpen} />
        </Line>
      ))}
      {path.emergency && (
        <Line
          place={{ route, stage: review }}
          icon={FlagOutlined}
          title={t('emergency.review')}
          text={t('outline.emergency', { time: words.duration(path.emergency.deadline) })}
          onOpen={onOpen}
        >
          <GroupLines place={{ route, stage: review }} root={path.emergency.review} onOpen={onOpen} />
        </Line>
      )}
    </List>
  );
}

interface GroupLinesProps {
  place: Place;
  root: Requirement;
  onOpen: (place: Place) => void;
}

function GroupLines({ place, root, onOpen }: GroupLinesProps) {
  const words = usePolicyWords();
  return (
    <List inner>
      {groupsIn(root).map(({ way, name }) => {
        const group = partAt(root, way);
        return (
          <Line
            key={way.join('.')}
            place={{ ...place, group: way }}
            icon={GroupsOutlined}
            title={name}
            text={group ? words.requirement(group) : ''}
            onOpen={onOpen}
          />
        );
      })}
    </List>
  );
}

function List({ inner, children }: { inner?: boolean; children: ReactNode }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pl: inner ? { xs: 1.5, sm: 2.5 } : 0 }}>
      {children}
    </Box>
  );
}

interface LineProps {
  place: Place;
  icon: Icon;
  title: string;
  text: string;
  code?: boolean;
  onOpen: (place: Place) => void;
  children?: ReactNode;
}

function Line({ place, icon: Drawing, title, text, code, onOpen, children }: LineProps) {
  const { t } = useTranslation('builder');
  const { place: selected } = useEditor();
  const found = useFindingsWithin(place);
  const blocking = found.some(({ blocks }) => blocks);
  const Mark = blocking ? ErrorOutlineOutlined : WarningAmberOutlined;
  const current = keyOf(place) === keyOf(selected);
  return (
    <Box component="li">
      <ListItemButton
        component="button"
        selected={current}
        aria-current={current || undefined}
        onClick={() => onOpen(place)}
        sx={{
          width: '100%',
          gap: 1.25,
          py: 0.75,
          px: 1,
          border: 0,
          borderRadius: 1,
          font: 'inherit',
          textAlign: 'left',
          alignItems: 'flex-start',
          bgcolor: 'transparent',
        }}
      >
        <Drawing aria-hidden sx={{ fontSize: 20, mt: '1px', color: 'text.secondary' }} />
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ display: 'block', fontWeight: 560, fontSize: '0.875rem' }}>
            {title}
          </Box>
          <Box
            component={code ? 'code' : 'span'}
            sx={{ display: 'block', color: 'text.secondary', fontSize: '0.8125rem' }}
          >
            {text}
          </Box>
        </Box>
        {found.length > 0 && (
          <Mark
            titleAccess={t(blocking ? 'outline.blocked' : 'outline.warned', { count: found.length })}
            sx={{ fontSize: 18, color: blocking ? 'tones.bad.strong' : 'tones.warning.strong' }}
          />
        )}
      </ListItemButton>
      {children}
    </Box>
  );
}
