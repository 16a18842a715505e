import type { Organization, PolicyEmergency } from '@/api/types';

type Role = PolicyEmergency['roles'][number];

/** The built-in roles of each kind of organization, most powerful first. */
export const rolesOf: Record<Organization['kind'], Role[]> = {
  ENTERPRISE: ['SECURITY_ADMIN', 'TEAM_LEAD', 'END_USER', 'AUDITOR'],
  CUSTOMER: ['CUSTOMER_ADMIN', 'REQUEST_USER', 'REPORT_VIEWER', 'BASIC_USER'],
  PROVIDER: ['SUPER_ADMIN', 'SECURITY_ANALYST', 'TECHNICIAN', 'ACCOUNT_MANAGER'],
};
