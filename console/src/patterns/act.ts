import { useQueryClient } from '@tanstack/react-query';
import { toProblem } from '@/api/problem';
import { useOrganization } from '@/session/session';
import { useNotice } from './notice';

/** Runs a change outside a form: refreshes the organization's data and tells what happened, or what went wrong. */
export function useAct(): (work: () => Promise<unknown>, done: string, undo?: () => void) => Promise<void> {
  const notice = useNotice();
  const refresh = useRefresh();
  return async (work, done, undo) => {
    try {
      await work();
      await refresh();
      notice({ text: done, undo });
    } catch (error) {
      const { detail, title } = toProblem(error);
      notice({ severity: 'error', text: detail ?? title });
    }
  };
}

/** Loads again what is in view of the organization, or of one kind of thing in it. */
export function useRefresh(): (...key: string[]) => Promise<void> {
  const queries = useQueryClient();
  const { id: organization } = useOrganization();
  return (...key) => queries.invalidateQueries({ queryKey: [organization, ...key] });
}
