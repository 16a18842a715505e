const kinds = ['permission', 'role', 'team', 'person', 'lead', 'manager', 'owner', 'contact'] as const;

/** What kind of right a decision was made by, as the ledger names it: `permission:request.decide`, `lead`, … */
export function authorityOf(authority: string): (typeof kinds)[number] {
  const name = authority.replace('customer-', '').split(':')[0];
  return kinds.find((kind) => kind === name) ?? 'person';
}
