import '@xyflow/react/dist/base.css';
import Box from '@mui/material/Box';
import {
  Background,
  Controls,
  MarkerType,
  ReactFlow,
  ReactFlowProvider,
  type Edge,
  type Node,
} from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from './editor';
import { layoutOf, type Card, type Layout } from './canvas-layout';
import { RouteNode, StageNode } from './canvas-nodes';

const nodeTypes = { route: RouteNode, stage: StageNode };

/** The policy as a picture: routes, the stages of each, and their groups. Whatever is chosen in it opens its form. */
export default function Canvas() {
  const { t } = useTranslation('builder');
  const { policy } = useEditor();
  const layout = useMemo(() => layoutOf(policy), [policy]);
  const nodes = useMemo(() => layout.cards.map(nodeOf), [layout]);
  const edges = useMemo(() => edgesOf(layout, t('canvas.else'), t('canvas.emergency')), [layout, t]);
  return (
    <ReactFlowProvider>
      <Box component="section" aria-label={t('canvas.label')} sx={look}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          deleteKeyCode={null}
          zoomOnScroll={false}
          preventScrolling={false}
          zoomOnDoubleClick={false}
          defaultViewport={{ x: 16, y: 16, zoom: 0.8 }}
          minZoom={0.3}
          maxZoom={1.5}
          ariaLabelConfig={{
            'controls.ariaLabel': t('canvas.controls'),
            'controls.zoomIn.ariaLabel': t('canvas.closer'),
            'controls.zoomOut.ariaLabel': t('canvas.further'),
            'controls.fitView.ariaLabel': t('canvas.whole'),
          }}
        >
          <Background gap={20} color="var(--gh-palette-divider)" />
          <Controls showInteractive={false} />
        </ReactFlow>
      </Box>
    </ReactFlowProvider>
  );
}

function nodeOf({ id, kind, place, x, y, width, height }: Card): Node {
  // What cannot be dragged would not feel the pointer, but there are buttons in it.
  const style = { pointerEvents: 'all' } as const;
  return { id, type: kind, position: { x, y }, width, height, data: { place }, style };
}

function edgesOf({ lines }: Layout, otherwise: string, emergency: string): Edge[] {
  return lines.map(({ id, from, to, kind }) => ({
    id,
    source: from,
    target: to,
    type: 'smoothstep',
    sourceHandle: kind === 'else' ? 'below' : 'right',
    targetHandle: kind === 'else' ? 'above' : 'left',
    label: kind === 'else' ? otherwise : kind === 'emergency' ? emergency : undefined,
    style: kind === 'then' ? undefined : { strokeDasharray: '5 4' },
    markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--gh-palette-text-secondary)' },
  }));
}

const look = {
  height: { md: 'calc(100vh - 260px)' },
  minHeight: 440,
  '& .react-flow__edge-path': { stroke: 'var(--gh-palette-text-secondary)' },
  '& .react-flow__edge-text': { fill: 'var(--gh-palette-text-secondary)', fontSize: 12 },
  '& .react-flow__edge-textbg': { fill: 'var(--gh-palette-background-paper)' },
  '& .react-flow__handle': { opacity: 0, pointerEvents: 'none' },
  '& .react-flow__controls': { boxShadow: 1 },
  '& .react-flow__controls-button': {
    width: 32,
    height: 32,
    border: 1,
    borderColor: 'divider',
    bgcolor: 'background.paper',
    color: 'text.primary',
    cursor: 'pointer',
    '& svg': { fill: 'currentColor', maxWidth: 14, maxHeight: 14 },
  },
  '& .react-flow__attribution': { bgcolor: 'background.paper', px: 0.5, fontSize: 10 },
  '& .react-flow__attribution a': { color: 'text.secondary' },
} as const;
