import { useQueryClient } from '@tanstack/react-query';
import { useDashboard, usePacks } from '../../data/packs/usePacks.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { usePageAddress } from '../../view/usePageAddress.ts';
import styles from './DashboardPage.module.css';
import { DashboardView } from './DashboardView.tsx';

interface DashboardPageProps {
  readonly pack: string;
  readonly dashboard: string;
}

/** `/d/<pack>/<dashboard>`: one board with all its controls. */
export function DashboardPage({ pack, dashboard: dashboardId }: DashboardPageProps) {
  const { dashboard, isPending, error } = useDashboard(pack, dashboardId);
  const { packs } = usePacks();
  const { language } = useMessages();
  const summary = packs.find(({ id }) => id === pack);
  const packTitle = summary?.title[language] ?? pack;
  if (dashboard !== null) {
    return (
      <DashboardView
        packId={pack}
        packTitle={packTitle}
        packLinks={summary?.links ?? []}
        dashboardId={dashboardId}
        dashboard={dashboard}
      />
    );
  }
  return isPending ? (
    <Loading title={dashboardId} parent={packTitle} />
  ) : (
    <Failed pack={pack} dashboard={dashboardId} parent={packTitle} error={error} />
  );
}

function Loading({ title, parent }: { readonly title: string; readonly parent: string }) {
  const { messages } = useMessages();
  useAppReady(false);
  return (
    <>
      <PageHeader title={title} parent={parent} menuLabel={messages.shell.navigation.open} />
      <div className={styles.loading} role="status" aria-label={messages.pages.dashboard.loading}>
        <Skeleton height="132px" />
        <Skeleton height="300px" />
      </div>
    </>
  );
}

interface FailedProps extends DashboardPageProps {
  readonly parent: string;
  readonly error: unknown;
}

/** The dashboard's file could not be had or is wrong: which, and where. */
function Failed({ pack, dashboard, parent, error }: FailedProps) {
  const { messages } = useMessages();
  const queryClient = useQueryClient();
  const addressOf = usePageAddress();
  const texts = messages.pages.dashboard;
  useAppReady(true);
  const retry = () => void queryClient.refetchQueries({ queryKey: ['dashboard', pack, dashboard] });
  return (
    <>
      <title>{`${dashboard} · ${parent} · Mirante`}</title>
      <PageHeader title={dashboard} parent={parent} menuLabel={messages.shell.navigation.open} />
      <div className={styles.failed}>
        <Message
          role="alert"
          title={texts.failed}
          action={
            <>
              <Button onClick={retry}>{texts.retry}</Button>
              <ButtonLink href={addressOf('/')}>{texts.toOverview}</ButtonLink>
            </>
          }
        >
          <pre>{error instanceof Error ? error.message : String(error)}</pre>
        </Message>
      </div>
    </>
  );
}
