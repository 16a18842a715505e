import WebhookOutlined from '@mui/icons-material/WebhookOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';

const webhooks = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'destinations',
  staticData: {
    title: 'webhooks:title',
    permission: 'organization.manage',
    navigation: { group: 'settings', order: 40, label: 'webhooks:title', icon: WebhookOutlined },
  },
  component: lazyRouteComponent(() => import('./webhooks-page'), 'WebhooksPage'),
});

export const webhooksRoutes = [webhooks] as const;
