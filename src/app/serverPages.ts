import { type ComponentType, lazy } from 'react';
import type { Messages } from '../i18n/messages.ts';

interface ServerPageRoute {
  readonly path: string;
  /** Names its link in the navigation. */
  readonly name: keyof Messages['shell']['navigation']['server'];
  /** The second key of its shortcut, after `g`. */
  readonly key: string;
  readonly Page: ComponentType;
}

/** The pages about the server that is watched, in the order of the navigation. Each is loaded when it is opened. */
export const serverPages: readonly ServerPageRoute[] = [
  { path: '/alerts', name: 'alerts', key: 'a', Page: lazy(() => import('../pages/alerts/AlertsPage.tsx')) },
  { path: '/targets', name: 'targets', key: 't', Page: lazy(() => import('../pages/targets/TargetsPage.tsx')) },
  { path: '/rules', name: 'rules', key: 'r', Page: lazy(() => import('../pages/rules/RulesPage.tsx')) },
  { path: '/explore', name: 'explore', key: 'e', Page: lazy(() => import('../pages/explore/ExplorePage.tsx')) },
  {
    path: '/service-discovery',
    name: 'discovery',
    key: 'd',
    Page: lazy(() => import('../pages/service-discovery/DiscoveryPage.tsx')),
  },
  { path: '/status', name: 'status', key: 's', Page: lazy(() => import('../pages/status/StatusPage.tsx')) },
  {
    path: '/pushgateway',
    name: 'pushgateway',
    key: 'p',
    Page: lazy(() => import('../pages/pushgateway/PushgatewayPage.tsx')),
  },
];
