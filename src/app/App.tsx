import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useSearch } from 'wouter/use-browser-location';
import { MessagesProvider, useMessages } from '../data/services/messages.tsx';
import { type Services, ServicesProvider, useServices } from '../data/services/services.tsx';
import type { Messages } from '../i18n/messages.ts';
import type { Language } from '../model/language.ts';
import { DashboardPage } from '../pages/dashboard/DashboardPage.tsx';
import { NoticeContext } from '../ui/notice.ts';
import { createShortcutRegistry, ShortcutContext } from '../ui/shortcuts/registry.ts';
import { useShortcutKeys } from '../ui/shortcuts/useShortcutKeys.ts';
import { PageBoundary } from './PageBoundary.tsx';
import { PageLoading } from './PageLoading.tsx';
import { Shell } from './Shell.tsx';
import { serverPages } from './serverPages.ts';
import { useAppearance, useApplyAppearance } from './useAppearance.ts';
import { useLinkNavigation } from './useLinkNavigation.ts';

const OverviewPage = lazy(() => import('../pages/overview/OverviewPage.tsx'));
const AutoPage = lazy(() => import('../pages/auto/AutoPage.tsx'));
const KioskPage = lazy(() => import('../pages/kiosk/KioskPage.tsx'));
const EmbedPage = lazy(() => import('../pages/embed/EmbedPage.tsx'));
const SimulatedMark = lazy(() => import('./SimulatedMark.tsx'));
const NotFoundPage = lazy(() => import('../pages/not-found/NotFoundPage.tsx'));

interface AppProps {
  readonly queryClient: QueryClient;
  readonly services: Services;
  /** The texts that were loaded at boot. */
  readonly initial: { readonly language: Language; readonly messages: Messages };
}

/** Everything, given what the boot found out. */
export function App({ queryClient, services, initial }: AppProps) {
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
  const [path] = useLocation();
  // Static web servers put a slash behind what is a folder to them. The rest stays as it is written: `path` is decoded by half.
  if (path !== '/' && path.endsWith('/')) return <Elsewhere to={location.pathname.replace(/\/+$/, '')} />;
  return (
    <Switch>
      <Route path="/kiosk">
        <Elsewhere to="/kiosk/all" />
      </Route>
      <Route path="/kiosk/:playlist">
        {({ playlist }) => (
          <Page surface="wall">
            <KioskPage playlist={playlist} />
          </Page>
        )}
      </Route>
      <Route path="/embed/:pack/:dashboard/:panel?">
        {({ pack, dashboard }) => (
          <Page surface="embed">
            <EmbedPage pack={pack} dashboard={dashboard} />
          </Page>
        )}
      </Route>
      <Route>
        <Shell>
          <Page surface="page">
            <ShellRoutes />
          </Page>
        </Shell>
      </Route>
    </Switch>
  );
}

/** Another address of the same, with the same query. */
function Elsewhere({ to }: { readonly to: string }) {
  const search = useSearch();
  return <Redirect to={to + search} replace />;
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
      <Route path="/auto/*?">
        <AutoPage />
      </Route>
      {serverPages.map(({ path, Page }) => (
        <Route key={path} path={path}>
          <Page />
        </Route>
      ))}
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

interface PageProps {
  readonly surface: 'page' | 'wall' | 'embed';
  readonly children: ReactNode;
}

/** A crash of one page, or one that does not load, leaves the rest alone and is forgotten on the next page. */
function Page({ surface, children }: PageProps) {
  const [path] = useLocation();
  const { demo } = useServices().config;
  return (
    <PageBoundary key={path} isWall={surface === 'wall'}>
      <NoticeContext value={demo && <SimulatedMark surface={surface} />}>
        <Suspense fallback={<PageLoading />}>{children}</Suspense>
      </NoticeContext>
    </PageBoundary>
  );
}
