import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute, signedInRoute } from '@/routing/roots';

const installation = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/installation/organizations',
  staticData: { title: 'organizations:installation.title' },
  component: lazyRouteComponent(() => import('./installation-page'), 'InstallationPage'),
});

const customers = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'customers',
  staticData: {
    title: 'organizations:customers.title',
    permission: 'customer.read',
    navigation: {
      group: 'access',
      order: 10,
      label: 'organizations:customers.title',
      icon: ApartmentOutlined,
      phone: 20,
    },
  },
  component: lazyRouteComponent(() => import('./customers-page'), 'CustomersPage'),
});

const settings = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'settings',
  staticData: {
    title: 'organizations:settings.title',
    permission: 'organization.manage',
    navigation: {
      group: 'settings',
      order: 10,
      label: 'organizations:settings.title',
      icon: SettingsOutlined,
    },
  },
  component: lazyRouteComponent(() => import('./settings-page'), 'SettingsPage'),
});

export const installationRoutes = [installation] as const;
export const organizationsRoutes = [customers, settings] as const;
