import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import AppsOutlined from '@mui/icons-material/AppsOutlined';
import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import BusinessCenterOutlined from '@mui/icons-material/BusinessCenterOutlined';
import GppGoodOutlined from '@mui/icons-material/GppGoodOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import LaptopMacOutlined from '@mui/icons-material/LaptopMacOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import PersonOutlineOutlined from '@mui/icons-material/PersonOutlineOutlined';
import { answer, client } from '@/api/client';
import type { Permission } from '@/api/types';
import type { Icon } from '@/patterns/icon';

/** Something that was found. */
export interface Hit {
  key: string;
  label: string;
  detail?: string;
  icon: Icon;
  /** Slug of the organization that it leads into; without it the one that is open. */
  into?: string;
  /** Path below the organization. */
  path: string;
  search?: Record<string, string>;
}

/** One kind of thing that can be found; the server answers with what the person may read. */
export interface Source {
  name:
    | 'portfolio'
    | 'devices'
    | 'software'
    | 'requests'
    | 'people'
    | 'teams'
    | 'roles'
    | 'rules'
    | 'customers'
    | 'ledger';
  permission: Permission;
  /** Having the permission for a team is enough: the server shows that team's. */
  forTeams?: boolean;
  /** Only texts of this form name such a thing. */
  form?: RegExp;
  find: (organization: string, text: string) => Promise<Hit[]>;
}

const few = 5;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const sources: Source[] = [
  {
    name: 'portfolio',
    permission: 'portfolio.read',
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/portfolio', {
          params: { path: { organization }, query: { search: text, limit: few } },
        }),
      );
      return items
        .filter(({ mayEnter }) => mayEnter)
        .map(({ id, name, slug }) => ({
          key: `into-${id}`,
          label: name,
          detail: slug,
          icon: BusinessCenterOutlined,
          into: slug,
          path: '',
        }));
    },
  },
  {
    name: 'devices',
    permission: 'device.read',
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/devices', {
          params: { path: { organization }, query: { text, limit: few } },
        }),
      );
      return items.map(({ id, hostname, serialNumber }) => ({
        key: id,
        label: hostname,
        detail: serialNumber,
        icon: LaptopMacOutlined,
        path: `devices/${id}`,
      }));
    },
  },
  {
    name: 'software',
    permission: 'event.read',
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/software', {
          params: { path: { organization }, query: { text, limit: few } },
        }),
      );
      return items.map(({ sha256, fileName, signer }) => ({
        key: sha256,
        label: fileName,
        detail: signer?.organization ?? sha256.slice(0, 12),
        icon: AppsOutlined,
        path: `software/${sha256}`,
      }));
    },
  },
  {
    name: 'requests',
    permission: 'request.read',
    forTeams: true,
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/requests', {
          params: { path: { organization }, query: { text, limit: few } },
        }),
      );
      return items.map(({ id, number, title, requester }) => ({
        key: id,
        label: `#${number} ${title}`,
        detail: requester.displayName,
        icon: HowToRegOutlined,
        path: `requests/${id}`,
      }));
    },
  },
  {
    name: 'people',
    permission: 'people.read',
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/people', {
          params: { path: { organization }, query: { text, limit: few } },
        }),
      );
      return items.map(({ id, displayName, email }) => ({
        key: id,
        label: displayName,
        detail: email,
        icon: PersonOutlineOutlined,
        path: `people/${id}`,
      }));
    },
  },
  {
    name: 'rules',
    permission: 'rule.read',
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/rules', {
          params: { path: { organization }, query: { text, limit: few } },
        }),
      );
      return items.map(({ id, identifier, softwareName, ruleType }) => ({
        key: id,
        label: softwareName || identifier,
        detail: ruleType,
        icon: GppGoodOutlined,
        path: `rules/${id}`,
      }));
    },
  },
  {
    name: 'teams',
    permission: 'people.read',
    find: async (organization, text) => {
      const teams = await answer(
        client.GET('/api/organizations/{organization}/teams', { params: { path: { organization } } }),
      );
      return namedLike(teams, text).map(({ id, name }) => ({
        key: id,
        label: name,
        icon: AccountTreeOutlined,
        path: 'teams',
        search: { team: id },
      }));
    },
  },
  {
    name: 'roles',
    permission: 'people.read',
    find: async (organization, text) => {
      const path = { organization };
      const [own, given] = await Promise.all([
        answer(client.GET('/api/organizations/{organization}/custom-roles', { params: { path } })),
        answer(client.GET('/api/organizations/{organization}/roles', { params: { path } })),
      ]);
      const all = [
        ...own.map(({ id, name }) => ({ id, name })),
        ...given.map(({ name, title }) => ({ id: name, name: title })),
      ];
      return namedLike(all, text).map(({ id, name }) => ({
        key: id,
        label: name,
        icon: BadgeOutlined,
        path: 'roles',
      }));
    },
  },
  {
    name: 'customers',
    permission: 'customer.read',
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/customers', {
          params: { path: { organization }, query: { text, limit: few } },
        }),
      );
      return items.map(({ id, name, slug }) => ({
        key: id,
        label: name,
        detail: slug,
        icon: ApartmentOutlined,
        path: 'customers',
      }));
    },
  },
  {
    name: 'ledger',
    permission: 'ledger.read',
    form: uuid,
    find: async (organization, text) => {
      const { items } = await answer(
        client.GET('/api/organizations/{organization}/ledger/entries', {
          params: { path: { organization }, query: { correlationId: text, limit: few } },
        }),
      );
      const { data: entry } = await client.GET('/api/organizations/{organization}/ledger/entries/{id}', {
        params: { path: { organization, id: text } },
      });
      return (entry ? [entry, ...items] : items).map(({ id, action, object }) => ({
        key: id,
        label: action,
        detail: object.name ?? object.id,
        icon: MenuBookOutlined,
        path: `ledger/${id}`,
      }));
    },
  },
];

function namedLike<Named extends { name: string }>(all: Named[], text: string): Named[] {
  return all.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())).slice(0, few);
}
