import { createContext, use } from 'react';
import type { ApprovalPolicy, PolicyFinding } from '@/api/types';
import { isWithin, placeOf, type Place } from '../place';

/** What the forms, the outline and the canvas share. */
export interface Editor {
  policy: ApprovalPolicy;
  place: Place;
  findings: PolicyFinding[];
  select: (place: Place) => void;
  /** Changes of the same streak are undone together; the place is selected afterwards. */
  change: (change: (policy: ApprovalPolicy) => ApprovalPolicy, streak?: string, place?: Place) => void;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) {
    throw new Error('No policy is being edited here');
  }
  return editor;
}

/** What was found at a place or in its parts. */
export function useFindingsWithin(place: Place): PolicyFinding[] {
  const { policy, findings } = useEditor();
  return findings.filter((finding) => isWithin(placeOf(policy, finding), place));
}
