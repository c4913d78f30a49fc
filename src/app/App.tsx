import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { MessagesProvider, useMessages } from '../data/messages.tsx';
import { createQueryClient } from '../data/queryClient.ts';
import { type Services, ServicesProvider } from '../data/services.tsx';
import type { Messages } from '../i18n/messages.ts';
import type { Language } from '../model/language.ts';
import { createShortcutRegistry, ShortcutContext } from '../ui/shortcuts/registry.ts';
import { useShortcutKeys } from '../ui/shortcuts/useShortcutKeys.ts';
import { PageBoundary } from './PageBoundary.tsx';
import { PageLoading } from './PageLoading.tsx';
import { Shell } from './Shell.tsx';
import { useAppearance, useApplyAppearance } from './useAppearance.ts';
import { useLinkNavigation } from './useLinkNavigation.ts';

const OverviewPage = lazy(() => import('../pages/overview/OverviewPage.tsx'));
const DashboardPage = lazy(() => import('../pages/dashboard/DashboardPage.tsx'));
const KioskPage = lazy(() => import('../pages/kiosk/KioskPage.tsx'));
const EmbedPage = lazy(() => import('../pages/embed/EmbedPage.tsx'));
const NotFoundPage = lazy(() => import('../pages/not-found/NotFoundPage.tsx'));

interface AppProps {
  readonly services: Services;
  /** The texts that were loaded at boot. */
  readonly initial: { readonly language: Language; readonly messages: Messages };
}

/** Everything, given what the boot found out. */
export function App({ services, initial }: AppProps) {
  const [queryClient] = useState(createQueryClient);
  const [shortcuts] = useState(createShortcutRegistry);
  useShortcutKeys(shortcuts);
  useLinkNavigation();
  const { language } = useAppearance();
  return (
    <QueryClientProvider client={queryClient}>
      <ServicesProvider services={services}>
        <MessagesProvider language={language} initial={initial}>
          <ShortcutContext value={shortcuts}>
            <Routes />
          </ShortcutContext>
        </MessagesProvider>
      </ServicesProvider>
    </QueryClientProvider>
  );
}

function Routes() {
  useApplyAppearance(useMessages().language);
  return (
    <Switch>
      <Route path="/kiosk">
        <Redirect to="/kiosk/all" replace />
      </Route>
      <Route path="/kiosk/:playlist">
        {({ playlist }) => (
          <Page>
            <KioskPage playlist={playlist} />
          </Page>
        )}
      </Route>
      <Route path="/embed/:pack/:dashboard/:panel?">
        {({ pack, dashboard, panel }) => (
          <Page>
            <EmbedPage pack={pack} dashboard={dashboard} panel={panel ?? null} />
          </Page>
        )}
      </Route>
      <Route>
        <Shell>
          <Page>
            <ShellRoutes />
          </Page>
        </Shell>
      </Route>
    </Switch>
  );
}

function ShellRoutes() {
  return (
    <Switch>
      <Route path="/">
        <OverviewPage />
      </Route>
      <Route path="/d/:pack/:dashboard">
        {({ pack, dashboard }) => <DashboardPage key={`${pack}/${dashboard}`} pack={pack} dashboard={dashboard} />}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

/** A crash of one page, or one that does not load, leaves the rest alone and is forgotten on the next page. */
function Page({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  return (
    <PageBoundary key={path}>
      <Suspense fallback={<PageLoading />}>{children}</Suspense>
    </PageBoundary>
  );
}
