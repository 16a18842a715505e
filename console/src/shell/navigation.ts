import { useMatches, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Permission } from '@/api/types';
import type { NavigationEntry, NavigationGroup } from '@/routing/route-data';
import { holds, useMembership } from '@/session/session';

export interface NavigationItem extends NavigationEntry {
  /** Path template with `$organization`. */
  to: string;
}

const groups: NavigationGroup[] = ['home', 'requests', 'macs', 'access', 'ledger', 'people', 'settings'];

/** The rail: every route that says where it stands and that the person may see. */
export function useNavigation(): { group: NavigationGroup; items: NavigationItem[] }[] {
  const router = useRouter();
  const membership = useMembership();
  return useMemo(() => {
    const items = Object.values(
      router.routesById as Record<string, { fullPath: string; options: RouteOptions }>,
    )
      .filter(({ options }) => {
        const { permission, forTeams, navigation } = options.staticData ?? {};
        return (
          navigation &&
          [navigation.permission, permission].every(
            (wanted) => !wanted || [wanted].flat().some((one) => holds(membership, one, forTeams)),
          )
        );
      })
      .map(({ fullPath, options }) => ({
        ...(options.staticData?.navigation as NavigationEntry),
        to: fullPath,
      }))
      .sort((left, right) => left.order - right.order);
    return groups
      .map((group) => ({ group, items: items.filter((item) => item.group === group) }))
      .filter((section) => section.items.length > 0);
  }, [router, membership]);
}

interface RouteOptions {
  staticData?: { permission?: Permission | Permission[]; forTeams?: boolean; navigation?: NavigationEntry };
}

/** Whether an item stands for its own page only: the one that is open below it has an item of its own. */
export function useExact(item: NavigationItem): boolean {
  const items = useNavigation().flatMap((section) => section.items);
  const current = useMatches().at(-1)?.fullPath;
  return (
    item.group === 'home' ||
    items.some(
      ({ to }) =>
        to !== item.to && (to === current || (to.startsWith(`${item.to}/`) && current?.startsWith(`${to}/`))),
    )
  );
}
