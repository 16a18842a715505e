import type { ApprovalPolicy, PolicyDraft } from '@/api/types';
import { nearest, wholePolicy, type Place } from './place';

const longest = 200;

/** A draft while somebody writes it: everything can be undone, and nobody else's draft is lost or overwritten unseen. */
export interface DraftState {
  policy: ApprovalPolicy;
  place: Place;
  past: ApprovalPolicy[];
  future: ApprovalPolicy[];
  /** What the last change was about: more of the same is one step back. */
  streak?: string;
  /** What the server has, as far as it was taken over here. */
  kept: ApprovalPolicy;
  /** Version of the kept draft; 0 when there was none. */
  version: number;
  /** What somebody else kept meanwhile; null when they published or discarded the draft. */
  theirs?: PolicyDraft | null;
}

export type DraftAction =
  | { type: 'change'; change: (policy: ApprovalPolicy) => ApprovalPolicy; streak?: string; place?: Place }
  | { type: 'select'; place: Place }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'kept'; draft: PolicyDraft }
  | { type: 'found'; draft: PolicyDraft | null; inForce: ApprovalPolicy }
  | { type: 'takeTheirs'; inForce: ApprovalPolicy }
  | { type: 'begin'; draft: PolicyDraft | null; inForce: ApprovalPolicy };

export function begin(draft: PolicyDraft | null, inForce: ApprovalPolicy): DraftState {
  const policy = draft?.policy ?? inForce;
  return { policy, place: wholePolicy, past: [], future: [], kept: policy, version: draft?.version ?? 0 };
}

export function isDirty({ policy, kept }: DraftState): boolean {
  return policy !== kept && JSON.stringify(policy) !== JSON.stringify(kept);
}

export function reduceDraft(state: DraftState, action: DraftAction): DraftState {
  switch (action.type) {
    case 'select':
      return { ...state, place: nearest(state.policy, action.place), streak: undefined };
    case 'change':
      return changed(state, action.change(state.policy), action);
    case 'undo':
      return stepped(state, state.past.at(-1), state.past.slice(0, -1), [state.policy, ...state.future]);
    case 'redo':
      return stepped(state, state.future[0], [...state.past, state.policy], state.future.slice(1));
    case 'kept':
      return { ...state, kept: action.draft.policy, version: action.draft.version, theirs: undefined };
    case 'found':
      return found(state, action.draft, action.inForce);
    case 'takeTheirs':
      return takenOver(state, action.inForce);
    case 'begin':
      return begin(action.draft, action.inForce);
  }
}

function changed(
  state: DraftState,
  policy: ApprovalPolicy,
  { streak, place }: { streak?: string; place?: Place },
): DraftState {
  if (policy === state.policy) {
    return state;
  }
  const continues = streak !== undefined && streak === state.streak;
  return {
    ...state,
    policy,
    streak,
    place: nearest(policy, place ?? state.place),
    past: continues ? state.past : [...state.past, state.policy].slice(-longest),
    future: [],
  };
}

function stepped(
  state: DraftState,
  policy: ApprovalPolicy | undefined,
  past: ApprovalPolicy[],
  future: ApprovalPolicy[],
): DraftState {
  return policy
    ? { ...state, policy, past, future, streak: undefined, place: nearest(policy, state.place) }
    : state;
}

/** The server's draft was read again: taken over where nothing was written here, else told. */
function found(state: DraftState, draft: PolicyDraft | null, inForce: ApprovalPolicy): DraftState {
  const same = (draft?.version ?? 0) === state.version;
  if (same && (draft !== null || state.kept === inForce)) {
    return state;
  }
  if (same) {
    return isDirty(state) ? state : begin(draft, inForce);
  }
  return isDirty(state) ? { ...state, theirs: draft } : begin(draft, inForce);
}

/** Goes on with what somebody else wrote; one's own is a step back. */
function takenOver(state: DraftState, inForce: ApprovalPolicy): DraftState {
  const draft = state.theirs;
  const policy = draft?.policy ?? inForce;
  return {
    ...changed(state, policy, {}),
    kept: policy,
    version: draft?.version ?? 0,
    theirs: undefined,
  };
}
