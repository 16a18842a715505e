import type {
  ApprovalPolicy,
  Escalation,
  PolicyGroup,
  PolicyPath,
  PolicyRoute,
  PolicyStage,
  Requirement,
} from '@/api/types';
import { groupsIn, review, type Place } from './place';

/** How a part becomes another. */
export type Change<T> = (before: T) => T;

export function changeRoute(
  policy: ApprovalPolicy,
  index: number,
  change: Change<PolicyRoute>,
): ApprovalPolicy {
  return { ...policy, routes: policy.routes.map((route, at) => (at === index ? change(route) : route)) };
}

export function changePath(
  policy: ApprovalPolicy,
  route: number | null,
  change: Change<PolicyPath>,
): ApprovalPolicy {
  return route === null
    ? { ...policy, otherwise: change(policy.otherwise) }
    : changeRoute(policy, route, (before) => ({ ...before, path: change(before.path) }));
}

export function changeStage(path: PolicyPath, stage: string, change: Change<PolicyStage>): PolicyPath {
  return { ...path, stages: path.stages.map((each) => (each.id === stage ? change(each) : each)) };
}

/** Changes the requirement at a place; a list of parts that would have only one left becomes that one. */
export function changeRequirement(
  policy: ApprovalPolicy,
  { route, stage, group = [] }: Place,
  change: Change<Requirement>,
): ApprovalPolicy {
  if (route === undefined || stage === undefined) {
    return policy;
  }
  return changePath(policy, route, (path) => {
    if (stage !== review) {
      return changeStage(path, stage, (each) =>
        withRequirement(each, changePart(each.requirement, group, change)),
      );
    }
    return path.emergency
      ? {
          ...path,
          emergency: { ...path.emergency, review: changePart(path.emergency.review, group, change) },
        }
      : path;
  });
}

/** Escalations follow a group that is renamed, and go with one that is removed. */
function withRequirement(stage: PolicyStage, requirement: Requirement): PolicyStage {
  const before = groupsIn(stage.requirement).map(({ name }) => name);
  const after = groupsIn(requirement).map(({ name }) => name);
  const gone = before.filter((name) => !after.includes(name));
  const come = after.filter((name) => !before.includes(name));
  const renamed = gone.length === 1 && before.length === after.length ? come[0] : undefined;
  const escalations = stage.escalations.flatMap<Escalation>((escalation) => {
    const { step } = escalation;
    const group = step.kind === 'ADD' ? step.to : step.kind === 'REPLACE' ? step.in : undefined;
    if (group === undefined || !gone.includes(group)) {
      return [escalation];
    }
    if (renamed === undefined) {
      return [];
    }
    return [
      {
        ...escalation,
        step: step.kind === 'ADD' ? { ...step, to: renamed } : ({ ...step, in: renamed } as typeof step),
      },
    ];
  });
  return { ...stage, requirement, escalations };
}

function changePart(root: Requirement, way: number[], change: Change<Requirement>): Requirement {
  const [first, ...rest] = way;
  if (first === undefined || root.kind === 'GROUP' || root.kind === 'VOTES') {
    return change(root);
  }
  return {
    ...root,
    of: root.of.map((part, index) => (index === first ? changePart(part, rest, change) : part)),
  };
}

/** Takes a requirement out of the list around it. The whole requirement of a stage stays. */
export function removeRequirement(policy: ApprovalPolicy, place: Place): ApprovalPolicy {
  const way = place.group ?? [];
  if (way.length === 0) {
    return policy;
  }
  return changeRequirement(policy, { ...place, group: way.slice(0, -1) }, (around) => {
    if (around.kind === 'GROUP' || around.kind === 'VOTES') {
      return around;
    }
    const left = around.of.filter((_, index) => index !== way.at(-1));
    return left.length === 1 && left[0] ? left[0] : { ...around, of: left };
  });
}

/** Adds a group beside what is there, joined by AND or OR. */
export function addGroup(root: Requirement, kind: 'ALL' | 'ANY', group: PolicyGroup): Requirement {
  return root.kind === kind ? { ...root, of: [...root.of, group] } : { kind, of: [root, group] };
}

export function moveRoute(policy: ApprovalPolicy, from: number, to: number): ApprovalPolicy {
  const routes = [...policy.routes];
  const [moved] = routes.splice(from, 1);
  if (!moved || to < 0 || to > routes.length) {
    return policy;
  }
  routes.splice(to, 0, moved);
  return { ...policy, routes };
}

export function addRoute(policy: ApprovalPolicy, name: string, path = policy.otherwise): ApprovalPolicy {
  const added = {
    name: freeName(
      name,
      policy.routes.map((route) => route.name),
    ),
    when: 'true',
    path,
  };
  return { ...policy, routes: [...policy.routes, added] };
}

export function removeRoute(policy: ApprovalPolicy, index: number): ApprovalPolicy {
  return { ...policy, routes: policy.routes.filter((_, at) => at !== index) };
}

/** A stage after all that nothing waits for yet. */
export function addStage(
  path: PolicyPath,
  name: string,
  group: PolicyGroup,
): { path: PolicyPath; id: string } {
  const waitedFor = new Set(path.stages.flatMap(({ after }) => after));
  const id = freeId(path);
  const stage: PolicyStage = {
    id,
    name: freeName(
      name,
      path.stages.map((each) => each.name),
    ),
    after: path.stages.map((each) => each.id).filter((each) => !waitedFor.has(each)),
    when: null,
    requirement: group,
    veto: 'ENDS',
    keeps: [],
    escalations: [],
  };
  return { path: { ...path, stages: [...path.stages, stage] }, id };
}

/** What waited for the stage waits for what it waited for. */
export function removeStage(path: PolicyPath, id: string): PolicyPath {
  const before = path.stages.find((stage) => stage.id === id)?.after ?? [];
  return {
    ...path,
    stages: path.stages
      .filter((stage) => stage.id !== id)
      .map((stage) =>
        stage.after.includes(id)
          ? { ...stage, after: [...new Set([...stage.after.filter((other) => other !== id), ...before])] }
          : stage,
      ),
  };
}

/** The stages that may be waited for without a circle: all that do not wait for this one themselves. */
export function mayWaitFor(path: PolicyPath, id: string): PolicyStage[] {
  const waiting = new Set([id]);
  for (let found = true; found;) {
    const more = path.stages.filter(
      (stage) => !waiting.has(stage.id) && stage.after.some((before) => waiting.has(before)),
    );
    more.forEach((stage) => waiting.add(stage.id));
    found = more.length > 0;
  }
  return path.stages.filter((stage) => !waiting.has(stage.id));
}

/** The name, or with the first number that nothing has. */
export function freeName(name: string, taken: string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number++) {
    free = `${name} ${number}`;
  }
  return free;
}

function freeId(path: PolicyPath): string {
  const taken = path.stages.map(({ id }) => id);
  let number = path.stages.length + 1;
  while (taken.includes(`stage-${number}`)) {
    number++;
  }
  return `stage-${number}`;
}

export function newGroup(name: string): PolicyGroup {
  return {
    kind: 'GROUP',
    name,
    seats: [{ who: { kind: 'PERMISSION', permission: 'request.decide' }, weight: 1 }],
    fallback: [],
    quorum: { kind: 'MINIMUM', people: 1 },
  };
}
