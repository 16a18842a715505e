import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';

const chat = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'chat',
  staticData: {
    title: 'chat:title',
    permission: 'organization.manage',
    navigation: { group: 'settings', order: 41, label: 'chat:title', icon: ForumOutlined },
  },
  component: lazyRouteComponent(() => import('./chat-page'), 'ChatPage'),
});

export const chatRoutes = [chat] as const;
