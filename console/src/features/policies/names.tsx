import { useQuery } from '@tanstack/react-query';
import { createContext, use, useCallback, useMemo, type ReactNode } from 'react';
import { useOrganization } from '@/session/session';
import { namesQuery } from './policies-api';

const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What a person or team of that id is called; null when there is none here, undefined while it is not known yet. */
export type NameOf = (id: string) => string | null | undefined;

const NamesContext = createContext<NameOf>(() => undefined);

export function useNames(): NameOf {
  return use(NamesContext);
}

/** Tells the names of all people and teams that these policies name, in sources and in conditions. */
export function Names({ of, children }: { of: unknown; children: ReactNode }) {
  const { id: organization } = useOrganization();
  const ids = useMemo(() => idsIn(of), [of]);
  const { data, isPlaceholderData } = useQuery(namesQuery(organization, ids));
  const nameOf = useCallback<NameOf>(
    (id) => data?.find((named) => named.id === id)?.name ?? (data && !isPlaceholderData ? null : undefined),
    [data, isPlaceholderData],
  );
  return <NamesContext value={nameOf}>{children}</NamesContext>;
}

/** All ids in a value, each once. */
export function idsIn(value: unknown): string[] {
  return [...new Set(JSON.stringify(value ?? null).match(anyId) ?? [])].sort();
}

/** A text with names in the place of ids. */
export function withNames(text: string, nameOf: NameOf, unknown: string): string {
  return text.replace(anyId, (id) => nameOf(id) ?? unknown);
}
