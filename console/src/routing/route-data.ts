import type { Permission } from '@/api/types';
import type { Icon } from '@/patterns/icon';

export type NavigationGroup = 'home' | 'requests' | 'macs' | 'access' | 'ledger' | 'people' | 'settings';

/** Where a page stands in the rail. Pages without it are reached from others. */
export interface NavigationEntry {
  group: NavigationGroup;
  order: number;
  /** Key of the label, with its namespace. */
  label: string;
  icon: Icon;
  /** Pages with the lowest numbers fill the bottom bar of a phone. */
  phone?: number;
  /** Needed beside the page's own for the rail to offer it; without it the page is reached from others. */
  permission?: Permission;
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Key of the page's title, with its namespace. */
    title?: string;
    /** Who may see the page; one of several is enough. Absent means every signed-in member. */
    permission?: Permission | Permission[];
    /** Having the permission for a team is enough. */
    forTeams?: boolean;
    navigation?: NavigationEntry;
  }
}
