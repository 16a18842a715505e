import type { ApprovalPolicy, PolicyFinding, PolicyPath, Requirement } from '@/api/types';

/** Stands for the review after an emergency; no stage can have such an id. */
export const review = '#review';

/** A part of a policy: the whole, a route, a stage of its path, or a requirement of that stage. */
export interface Place {
  /** Index of the route; null for the path of all others; undefined for the policy as a whole. */
  route?: number | null;
  stage?: string;
  /** The way down to a requirement, by its place in each list of parts; empty for the whole requirement. */
  group?: number[];
}

export const wholePolicy: Place = {};

/** A text for each place, different from that of every other. */
export function keyOf({ route, stage, group }: Place): string {
  return [route === undefined ? 'policy' : (route ?? 'otherwise'), stage, group?.join('.')]
    .filter((part) => part !== undefined)
    .join('/');
}

export function pathAt(policy: ApprovalPolicy, route: number | null): PolicyPath | undefined {
  return route === null ? policy.otherwise : policy.routes[route]?.path;
}

export function requirementOf(path: PolicyPath, stage: string): Requirement | undefined {
  return stage === review ? path.emergency?.review : path.stages.find(({ id }) => id === stage)?.requirement;
}

/** What a requirement is joined of; nothing for a group and for votes. */
export function partsOf(root: Requirement): Requirement[] {
  return root.kind === 'ALL' || root.kind === 'ANY' ? root.of : [];
}

export function partAt(root: Requirement | undefined, way: number[]): Requirement | undefined {
  return way.reduce<Requirement | undefined>((part, index) => part && partsOf(part)[index], root);
}

/** The ways to all groups of a requirement. */
export function groupsIn(root: Requirement, way: number[] = []): { way: number[]; name: string }[] {
  return root.kind === 'GROUP'
    ? [{ way, name: root.name }]
    : partsOf(root).flatMap((part, index) => groupsIn(part, [...way, index]));
}

/** The nearest part that the policy has: a place outlives what was there. */
export function nearest(policy: ApprovalPolicy, place: Place): Place {
  if (place.route === undefined) {
    return wholePolicy;
  }
  const path = pathAt(policy, place.route);
  if (!path) {
    return wholePolicy;
  }
  const root = place.stage === undefined ? undefined : requirementOf(path, place.stage);
  if (place.stage === undefined || !root) {
    return { route: place.route };
  }
  return place.group && partAt(root, place.group) ? place : { route: place.route, stage: place.stage };
}

/** Where the linter found something. */
export function placeOf(policy: ApprovalPolicy, { route, stage, group }: PolicyFinding): Place {
  const index = route === null ? null : policy.routes.findIndex(({ name }) => name === route);
  const path = index === -1 ? undefined : pathAt(policy, index);
  if (!path) {
    return wholePolicy;
  }
  if (stage === null) {
    return { route: index };
  }
  const known = path.stages.some(({ id }) => id === stage) ? stage : review;
  const root = requirementOf(path, known);
  const way = root && group !== null ? groupsIn(root).find(({ name }) => name === group)?.way : undefined;
  return nearest(policy, { route: index, stage: known, group: way });
}

/** Whether the one place is the other or a part of it. */
export function isWithin(inner: Place, outer: Place): boolean {
  if (outer.route === undefined) {
    return true;
  }
  if (inner.route !== outer.route) {
    return false;
  }
  if (outer.stage === undefined) {
    return true;
  }
  if (inner.stage !== outer.stage) {
    return false;
  }
  return (outer.group ?? []).every((index, depth) => inner.group?.[depth] === index);
}
