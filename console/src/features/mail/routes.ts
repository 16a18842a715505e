import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '@/routing/roots';
import { listSearchOf } from '@/routing/search';

const mail = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/installation/mail',
  validateSearch: listSearchOf('state'),
  staticData: { title: 'mail:title' },
  component: lazyRouteComponent(() => import('./mail-page'), 'MailPage'),
});

export const mailRoutes = [mail] as const;
