import type { Approvers } from '@/api/types';

type Role = Extract<Approvers, { kind: 'ROLE' }>['role'];
type Permission = Extract<Approvers, { kind: 'PERMISSION' }>['permission'];

/** The source that an authority is the trace of; null when the person was named themselves. */
export function sourceOf(authority: string): Approvers | null {
  const [kind, what = ''] = authority.split(':');
  switch (kind) {
    case 'permission':
      return { kind: 'PERMISSION', permission: what as Permission };
    case 'role':
      return { kind: 'ROLE', role: what as Role };
    case 'team':
      return { kind: 'TEAM', team: what };
    case 'lead':
      return { kind: 'LEAD' };
    case 'manager':
      return { kind: 'MANAGER' };
    case 'owner':
      return { kind: 'OWNER' };
    case 'customer-contact':
      return { kind: 'CUSTOMER_CONTACT' };
    default:
      return null;
  }
}
