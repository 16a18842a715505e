import type { ApprovalPolicy, PolicyPath, PolicyStage, Requirement } from '@/api/types';
import { groupsIn, keyOf, partsOf, review, type Place } from '../place';

/** A card of the canvas. */
export interface Card {
  id: string;
  kind: 'route' | 'stage';
  place: Place;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line {
  id: string;
  from: string;
  to: string;
  /** To the next route when a condition does not hold; to the review after an emergency; or along the path. */
  kind: 'else' | 'emergency' | 'then';
}

export interface Layout {
  cards: Card[];
  lines: Line[];
}

const width = 248;
const across = 72;
const between = 24;
const rows = 48;
export const heading = 64;
export const groupHeight = 60;

/** Routes from the top down, the stages of each from left to right by what they wait for. The same policy looks the same. */
export function layoutOf(policy: ApprovalPolicy): Layout {
  const layout: Layout = { cards: [], lines: [] };
  const routes = [...policy.routes.keys(), null];
  let top = 0;
  routes.forEach((route, index) => {
    const path = route === null ? policy.otherwise : policy.routes[route]?.path;
    if (path) {
      top = addPath(layout, route, path, top) + rows;
    }
    const next = routes[index + 1];
    if (next !== undefined) {
      layout.lines.push(line(keyOf({ route }), keyOf({ route: next }), 'else'));
    }
  });
  return layout;
}

/** Adds one path below what is there, and gives where it ends. */
function addPath(layout: Layout, route: number | null, path: PolicyPath, top: number): number {
  const own = keyOf({ route });
  layout.cards.push({ id: own, kind: 'route', place: { route }, x: 0, y: top, width, height: heading });
  let bottom = top + heading;
  columnsOf(path.stages).forEach((stages, column) => {
    let y = top;
    for (const stage of stages) {
      const place = { route, stage: stage.id };
      y = addStage(layout, place, stage.requirement, column, y);
      const sources = stage.after.map((before) => keyOf({ route, stage: before }));
      (sources.length > 0 ? sources : [own]).forEach((from) =>
        layout.lines.push(line(from, keyOf(place), 'then')),
      );
    }
    bottom = Math.max(bottom, y - between);
  });
  if (!path.emergency) {
    return bottom;
  }
  const place = { route, stage: review };
  layout.lines.push(line(own, keyOf(place), 'emergency'));
  return addStage(layout, place, path.emergency.review, 0, bottom + between) - between;
}

function addStage(layout: Layout, place: Place, root: Requirement, column: number, y: number): number {
  const height = heading + groupsIn(root).length * groupHeight;
  const x = (column + 1) * (width + across);
  layout.cards.push({ id: keyOf(place), kind: 'stage', place, x, y, width, height });
  return y + height + between;
}

function line(from: string, to: string, kind: Line['kind']): Line {
  return { id: `${from} ${to}`, from, to, kind };
}

/** The stages by how many must end before each of them. */
export function columnsOf(stages: PolicyStage[]): PolicyStage[][] {
  const columns: PolicyStage[][] = [];
  let left = stages;
  const ended = new Set<string>();
  while (left.length > 0) {
    const free = left.filter(({ after }) => after.every((before) => ended.has(before)));
    // A circle, which the server refuses: shown beside each other.
    const column = free.length > 0 ? free : left;
    columns.push(column);
    column.forEach(({ id }) => ended.add(id));
    left = left.filter((stage) => !column.includes(stage));
  }
  return columns;
}

/** How each group is joined to the one above it; undefined for the first. */
export function joinsOf(root: Requirement): ('ALL' | 'ANY' | undefined)[] {
  if (root.kind === 'GROUP') {
    return [undefined];
  }
  return partsOf(root).flatMap((part, index) => {
    const [first, ...rest] = joinsOf(part);
    return [index === 0 || root.kind === 'VOTES' ? first : root.kind, ...rest];
  });
}
