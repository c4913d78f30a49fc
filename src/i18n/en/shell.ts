import { boot } from './shell/boot.ts';
import { time } from './shell/time.ts';

/** Navigation, toolbar, pickers, dialogs. */
export const shell = {
  boot,
  time,
  navigation: {
    find: 'Find',
    findNotLoaded: 'The search could not be loaded.',
    label: 'Navigation',
    open: 'Open the navigation',
    skip: 'Skip to the content',
    overview: 'Overview',
    wall: 'Wall display',
    server: {
      label: 'Server',
      alerts: 'Alerts',
      explore: 'Explore',
      targets: 'Targets',
      rules: 'Rules',
      status: 'Status',
      discovery: 'Service discovery',
      pushgateway: 'Pushgateway',
    },
    missing: (count: number) => `Without data (${count})`,
    preferences: 'Preferences',
    firing: (critical: number, warning: number) =>
      [critical > 0 ? `${critical} critical` : '', warning > 0 ? `${warning} warning` : ''].filter(Boolean).join(', '),
    states: { ok: 'No alert is firing', warning: 'Warnings', critical: 'Critical alerts' },
  },
  theme: { label: 'Theme', system: 'System', light: 'Light', dark: 'Dark' },
  language: { label: 'Language', en: 'English', 'pt-BR': 'Português' },
  sections: {
    system: 'System',
    application: 'Application',
    business: 'Business',
    infrastructure: 'Infrastructure',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    show: 'Show these shortcuts',
    overview: 'Go to the overview',
    wall: 'Show the wall display',
    theme: 'Switch between light and dark',
    close: 'Close',
  },
  list: {
    search: 'Search',
    nothing: 'Nothing matches.',
    more: (count: number) => `${count} more: type to narrow them down`,
  },
  copied: 'Copied',
  crash: {
    title: 'This page stopped working.',
    detail: 'The rest of Mirante goes on. It may have been updated meanwhile; the reason is in the browser’s console.',
    retry: 'Load the page again',
  },
  loading: 'Loading',
} as const;
