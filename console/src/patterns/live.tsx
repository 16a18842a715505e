import FiberManualRecordRounded from '@mui/icons-material/FiberManualRecordRounded';
import KeyboardArrowUpOutlined from '@mui/icons-material/KeyboardArrowUpOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SantaEvent } from '@/api/types';
import { relativeTime, useNow } from './time';

/** What the stream of an organization tells, by topic. */
export interface LiveMessages {
  event: { items: SantaEvent[]; more?: number | boolean; count?: number };
  request: { count: number };
  device: { count: number };
  rule: { count: number };
  ledger: { count: number };
  people: { count: number };
  engagement: { count: number };
  /** The connection came back: whatever was missed is only known to the server. */
  reconnected: Record<string, never>;
}
type Topic = keyof LiveMessages;
type Listener = (message: never) => void;

interface Live {
  connected: boolean;
  since: number;
  listen: (topic: Topic, listener: Listener) => () => void;
}

const LiveContext = createContext<Live | null>(null);
const refusedPause = 15_000;
const topics: Topic[] = ['event', 'request', 'device', 'rule', 'ledger', 'people', 'engagement'];

interface LiveProviderProps {
  organization: string;
  /** The server will not go on with the stream: whoever watched may no longer be let in. */
  onRefused?: () => void;
  children: ReactNode;
}

/** One stream per organization in view, shared by every page. */
export function LiveProvider({ organization, onRefused, children }: LiveProviderProps) {
  const listeners = useRef(new Map<Topic, Set<Listener>>());
  const [connection, setConnection] = useState(() => ({ connected: false, since: Date.now() }));
  const tell = useCallback((topic: Topic, message: unknown) => {
    listeners.current.get(topic)?.forEach((listener) => listener(message as never));
  }, []);
  const refused = useRef(onRefused);
  useEffect(() => {
    refused.current = onRefused;
  }, [onRefused]);
  useEffect(() => {
    if (typeof EventSource === 'undefined') {
      return undefined;
    }
    let opened = false;
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const connect = () => {
      source = new EventSource(`/api/organizations/${organization}/live`);
      source.onopen = () => {
        setConnection({ connected: true, since: Date.now() });
        if (opened) {
          tell('reconnected', {});
        }
        opened = true;
      };
      source.onerror = () => {
        setConnection((previous) =>
          previous.connected ? { connected: false, since: Date.now() } : previous,
        );
        // The browser gives up for good when the answer is a refusal: too many streams, a server that starts.
        if (source.readyState === EventSource.CLOSED) {
          again = setTimeout(connect, refusedPause);
          refused.current?.();
        }
      };
      topics.forEach((topic) =>
        source.addEventListener(topic, (event: MessageEvent<string>) => {
          const message: unknown = JSON.parse(event.data);
          tell(topic, topic === 'event' ? { items: [], ...(message as object) } : message);
        }),
      );
    };
    connect();
    return () => {
      clearTimeout(again);
      source.close();
    };
  }, [organization, tell]);
  const listen = useCallback((topic: Topic, listener: Listener) => {
    const known = listeners.current.get(topic) ?? new Set();
    listeners.current.set(topic, known.add(listener));
    return () => void known.delete(listener);
  }, []);
  const value = useMemo(() => ({ ...connection, listen }), [connection, listen]);
  return <LiveContext value={value}>{children}</LiveContext>;
}

/** Calls back for every message of a topic while the component is shown. */
export function useLive<T extends Topic>(topic: T, onMessage: (message: LiveMessages[T]) => void): void {
  const live = use(LiveContext);
  const latest = useRef(onMessage);
  useEffect(() => {
    latest.current = onMessage;
  }, [onMessage]);
  const listen = live?.listen;
  useEffect(() => listen?.(topic, (message) => latest.current(message as LiveMessages[T])), [listen, topic]);
}

/** Counts what arrived since the rows were loaded; `reset` is for when they are loaded again. */
export function useArrivals<T extends Topic>(topic: T, countOf: (message: LiveMessages[T]) => number) {
  const [count, setCount] = useState(0);
  useLive(topic, (message) => setCount((known) => known + countOf(message)));
  const reset = useCallback(() => setCount(0), []);
  return { count, reset };
}

/** "12 new" above a list: rows never move under the pointer by themselves. */
export function ArrivalsBar({ count, onShow }: { count: number; onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <Box role="status" sx={{ display: 'flex', justifyContent: 'center', mb: count > 0 ? 1 : 0 }}>
      {count > 0 && (
        <Button
          size="small"
          variant="contained"
          startIcon={<KeyboardArrowUpOutlined />}
          onClick={onShow}
          sx={{ borderRadius: 20 }}
        >
          {t('live.new', { count })}
        </Button>
      )}
    </Box>
  );
}

/** A dot for the connection; stale data says since when. */
export function LiveDot() {
  const { t, i18n } = useTranslation();
  const live = use(LiveContext);
  const now = useNow();
  const connected = live?.connected ?? false;
  const text = connected
    ? t('live.connected')
    : t('live.stale', {
        since: relativeTime(new Date(live?.since ?? now).toISOString(), now, i18n.language),
      });
  return (
    <Tooltip title={text}>
      <Box
        role="status"
        aria-label={text}
        sx={{ display: 'grid', placeItems: 'center', width: 24, height: 24 }}
      >
        <FiberManualRecordRounded
          sx={{ fontSize: 12, color: connected ? 'tones.good.strong' : 'tones.warning.strong' }}
        />
      </Box>
    </Tooltip>
  );
}
