import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { listSearchOf, searchOf } from '@/routing/search';

const rules = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'rules',
  validateSearch: listSearchOf('ruleType', 'policy', 'scope', 'tag', 'device', 'expiring'),
  staticData: {
    title: 'rules:title',
    permission: 'rule.read',
    navigation: { group: 'macs', order: 20, label: 'rules:title', icon: GavelOutlined, phone: 13 },
  },
  component: lazyRouteComponent(() => import('./rules-page'), 'RulesPage'),
});

const newRule = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'rules/new',
  validateSearch: searchOf('ruleType', 'identifier', 'policy'),
  staticData: { title: 'rules:new.title', permission: 'rule.manage' },
  component: lazyRouteComponent(() => import('./new-rule-page'), 'NewRulePage'),
});

const importRules = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'rules/import',
  staticData: { title: 'rules:import.title', permission: 'rule.manage' },
  component: lazyRouteComponent(() => import('./import-page'), 'ImportPage'),
});

const rule = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'rules/$rule',
  validateSearch: searchOf('tab'),
  staticData: { title: 'rules:one', permission: 'rule.read' },
  component: lazyRouteComponent(() => import('./rule-page'), 'RulePage'),
});

export const rulesRoutes = [rules, newRule, importRules, rule] as const;
