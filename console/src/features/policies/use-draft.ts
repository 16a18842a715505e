import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useState, type Dispatch } from 'react';
import { isRefusal, toProblem, type Problem } from '@/api/problem';
import type { ApprovalPolicy, PolicyDraft, PolicyFinding } from '@/api/types';
import { useOrganization } from '@/session/session';
import { begin, isDirty, reduceDraft, type DraftAction, type DraftState } from './draft-state';
import { keepDraft, lintQuery, policyDraftQuery } from './policies-api';

const pause = 500;

export interface Draft {
  state: DraftState;
  dispatch: Dispatch<DraftAction>;
  dirty: boolean;
  findings: PolicyFinding[];
  /** Why the server cannot even look at it. */
  incomplete: Problem | null;
  checking: boolean;
  /** Keeps the draft over the version that was read, or over the one that somebody else kept meanwhile. */
  keep: (over?: number) => Promise<void>;
}

/** The draft that is being written, checked by the server while it is. */
export function useDraft(draft: PolicyDraft | null, inForce: ApprovalPolicy): Draft {
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const [state, dispatch] = useReducer(reduceDraft, undefined, () => begin(draft, inForce));
  useEffect(() => dispatch({ type: 'found', draft, inForce }), [draft, inForce]);
  const settled = useSettled(state.policy);
  const lint = useQuery(lintQuery(organization, settled));
  const keep = async (over?: number) => {
    try {
      const kept = await keepDraft(organization, over ?? state.version, state.policy);
      dispatch({ type: 'kept', draft: kept });
      queries.setQueryData(policyDraftQuery(organization).queryKey, kept);
    } catch (error) {
      if (isRefusal(error, 'policy-changed')) {
        // Read anew, it is found to be another one, and told.
        await queries.refetchQueries({ queryKey: policyDraftQuery(organization).queryKey });
      }
      throw error;
    }
  };
  return {
    state,
    dispatch,
    dirty: isDirty(state),
    findings: lint.data ?? [],
    incomplete: lint.error ? toProblem(lint.error) : null,
    checking: lint.isFetching || settled !== state.policy,
    keep,
  };
}

/** The value once it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
