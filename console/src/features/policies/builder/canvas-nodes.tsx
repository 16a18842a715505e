import AltRouteOutlined from '@mui/icons-material/AltRouteOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import FlagOutlined from '@mui/icons-material/FlagOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { Handle, Position, useReactFlow, type NodeProps } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Icon } from '@/patterns/icon';
import { useEditor, useFindingsWithin } from './editor';
import { titleOf } from './titles';
import { groupsIn, keyOf, partAt, pathAt, requirementOf, review, type Place } from '../place';
import { usePolicyWords } from '../policy-words';
import { groupHeight, heading, joinsOf } from './canvas-layout';

/** A route, or the path of all other requests. */
export function RouteNode({ id, data }: NodeProps) {
  const { t } = useTranslation('builder');
  const { policy } = useEditor();
  const words = usePolicyWords();
  const { route } = data.place as Place;
  const own = typeof route === 'number' ? policy.routes[route] : undefined;
  return (
    <Frame>
      <Face
        node={id}
        place={{ route }}
        icon={AltRouteOutlined}
        height={heading}
        title={own ? `${(route ?? 0) + 1}. ${own.name}` : t('otherwise')}
        text={own ? words.condition(own.when) : t('outline.otherwise')}
        code={own !== undefined}
      />
    </Frame>
  );
}

/** A stage with its groups. */
export function StageNode({ id, data }: NodeProps) {
  const { t } = useTranslation('builder');
  const { policy } = useEditor();
  const words = usePolicyWords();
  const place = data.place as Place;
  const path = pathAt(policy, place.route ?? null);
  const root = path && place.stage !== undefined ? requirementOf(path, place.stage) : undefined;
  if (!path || !root) {
    return null;
  }
  const stage = path.stages.find((each) => each.id === place.stage);
  const joins = joinsOf(root);
  const text =
    place.stage === review
      ? path.emergency && t('outline.emergency', { time: words.duration(path.emergency.deadline) })
      : stage?.when && t('outline.when', { condition: words.condition(stage.when) });
  return (
    <Frame>
      <Face
        node={id}
        place={place}
        icon={FlagOutlined}
        height={heading}
        title={titleOf(policy, place, t)}
        text={text || (root.kind === 'VOTES' ? words.requirement(root) : t('canvas.always'))}
      />
      {groupsIn(root).map(({ way, name }, index) => {
        const group = partAt(root, way);
        const join = joins[index];
        return (
          <Face
            key={way.join('.')}
            inner
            node={id}
            place={{ ...place, group: way }}
            icon={GroupsOutlined}
            height={groupHeight}
            title={join ? t(`canvas.join.${join}`, { name }) : name}
            text={group ? words.requirement(group) : ''}
          />
        );
      })}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        height: '100%',
        overflow: 'hidden',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
        bgcolor: 'background.paper',
        boxShadow: 1,
      }}
    >
      <Handle id="left" type="target" position={Position.Left} />
      <Handle id="above" type="target" position={Position.Top} />
      {children}
      <Handle id="right" type="source" position={Position.Right} />
      <Handle id="below" type="source" position={Position.Bottom} />
    </Box>
  );
}

interface FaceProps {
  node: string;
  place: Place;
  icon: Icon;
  height: number;
  title: string;
  text: string;
  code?: boolean;
  inner?: boolean;
}

/** One thing to choose; what the keyboard reaches is brought into view. */
function Face({ node, place, icon: Drawing, height, title, text, code, inner }: FaceProps) {
  const { t } = useTranslation('builder');
  const { place: selected, select } = useEditor();
  const { fitView, getZoom } = useReactFlow();
  const found = useFindingsWithin(place);
  const blocking = found.some(({ blocks }) => blocks);
  const Mark = blocking ? ErrorOutlineOutlined : WarningAmberOutlined;
  const current = keyOf(place) === keyOf(selected);
  return (
    <ButtonBase
      className="nopan"
      focusRipple
      aria-current={current || undefined}
      title={text}
      onClick={() => select(place)}
      onFocusVisible={() =>
        void fitView({ nodes: [{ id: node }], minZoom: getZoom(), maxZoom: getZoom(), padding: 0.3 })
      }
      sx={{
        width: '100%',
        height,
        px: 1.25,
        gap: 1,
        fontFamily: 'inherit',
        textAlign: 'left',
        justifyContent: 'flex-start',
        borderTop: inner ? 1 : 0,
        borderColor: 'divider',
        bgcolor: current ? 'action.selected' : inner ? 'sunken' : undefined,
        outline: current ? '2px solid' : undefined,
        outlineColor: 'primary.main',
        outlineOffset: '-2px',
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Drawing aria-hidden sx={{ fontSize: 20, color: 'text.secondary' }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box component="span" sx={{ ...oneLine, fontWeight: 560, fontSize: '0.875rem' }}>
          {title}
        </Box>
        <Box
          component={code ? 'code' : 'span'}
          sx={{ ...oneLine, color: 'text.secondary', fontSize: '0.75rem' }}
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
    </ButtonBase>
  );
}

const oneLine = {
  display: 'block',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const;
