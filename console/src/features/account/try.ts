import { toProblem } from '@/api/problem';
import { useNotice } from '@/patterns/notice';

/** Runs a change outside a form, and says what went wrong. */
export function useTry(): (work: () => Promise<void>) => Promise<void> {
  const notice = useNotice();
  return async (work) => {
    try {
      await work();
    } catch (error) {
      const { detail, title } = toProblem(error);
      notice({ severity: 'error', text: detail ?? title });
    }
  };
}
