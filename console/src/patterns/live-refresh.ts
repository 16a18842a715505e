import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useLive, type LiveMessages } from './live';

const usualPause = 4_000;

/** Loads the data again when the stream says that it changed: at once, then at most every few seconds. */
export function useLiveRefresh(topic: keyof LiveMessages, key: QueryKey, pause = usualPause): void {
  const queries = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const last = useRef(0);
  const refresh = useCallback(() => {
    if (waiting.current !== null) {
      return;
    }
    waiting.current = setTimeout(
      () => {
        waiting.current = null;
        last.current = Date.now();
        void queries.invalidateQueries({ queryKey: key });
      },
      Math.max(0, last.current + pause - Date.now()),
    );
  }, [queries, key, pause]);
  useLive(topic, refresh);
  useLive('reconnected', refresh);
  useEffect(
    () => () => {
      if (waiting.current !== null) {
        clearTimeout(waiting.current);
      }
    },
    [],
  );
}
