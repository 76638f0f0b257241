import { lazy, type ReactNode, Suspense } from 'react';
import { useLocation } from 'react-router';
import { useOpenFacts } from '../evidence/use-evidence.ts';
import { say } from '../words.ts';
import { CatchFaults } from './catch-faults.tsx';
import { Header } from './header.tsx';
import { useArrival } from './use-arrival.ts';

const EvidenceDrawer = lazy(() => import('../evidence/evidence-drawer.tsx'));

/** What stands around every page: the header above, the evidence beside. */
export function Shell({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  useArrival();
  const isOpen = useOpenFacts().length > 0;
  return (
    <>
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <Header />
      <main id="content" className="page" tabIndex={-1}>
        <CatchFaults key={pathname}>{children}</CatchFaults>
      </main>
      <Suspense>{isOpen && <EvidenceDrawer />}</Suspense>
    </>
  );
}
