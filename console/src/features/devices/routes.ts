import LaptopMacOutlined from '@mui/icons-material/LaptopMacOutlined';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from '@/routing/roots';
import { listSearchOf } from '@/routing/search';

const devices = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'devices',
  validateSearch: listSearchOf('health', 'clientMode', 'tag', 'owner', 'enrolment', 'retired'),
  staticData: {
    title: 'devices:title',
    permission: 'device.read',
    navigation: { group: 'macs', order: 10, label: 'devices:title', icon: LaptopMacOutlined, phone: 3 },
  },
  component: lazyRouteComponent(() => import('./devices-page'), 'DevicesPage'),
});

const device = createRoute({
  getParentRoute: () => organizationRoute,
  path: 'devices/$device',
  validateSearch: listSearchOf('tab', 'decision'),
  staticData: { title: 'devices:one', permission: 'device.read' },
  component: lazyRouteComponent(() => import('./device-page'), 'DevicePage'),
});

export const devicesRoutes = [devices, device] as const;
