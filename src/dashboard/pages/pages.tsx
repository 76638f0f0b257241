import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '../components/asked.tsx';
import { HomePage } from './home/home-page.tsx';
import { NoPage } from './no-page.tsx';

const SearchPage = lazy(() => import('./search/search-page.tsx'));
const ListPage = lazy(() => import('./list/list-page.tsx'));
const AttendedPage = lazy(() => import('./attended/attended-page.tsx'));
const ConnectionsPage = lazy(() => import('./connections/connections-page.tsx'));
const PartnershipsPage = lazy(() => import('./partnerships/partnerships-page.tsx'));
const TimelinePage = lazy(() => import('./timeline/timeline-page.tsx'));
const PlacesPage = lazy(() => import('./places/places-page.tsx'));
const RosterPage = lazy(() => import('./roster/roster-page.tsx'));
const NetworkPage = lazy(() => import('./network/network-page.tsx'));
const EntityPage = lazy(() => import('./entity/entity-page.tsx'));

/** Which page stands at which address; all but the first are loaded when they are gone to. */
export function Pages() {
  return (
    <Suspense fallback={<Loading lines={12} />}>
      <Routes>
        <Route path="/" element={<HomePage />} />
        <Route path="/search" element={<SearchPage />} />
        <Route path="/attended" element={<AttendedPage />} />
        <Route path="/connections" element={<ConnectionsPage />} />
        <Route path="/partnerships" element={<PartnershipsPage />} />
        <Route path="/timeline" element={<TimelinePage />} />
        <Route path="/places" element={<PlacesPage />} />
        <Route path="/list/:field" element={<ListPage />} />
        <Route path="/event/:slug/roster" element={<RosterPage />} />
        <Route path="/network" element={<NetworkPage />} />
        <Route path="/:prefix/:slug" element={<EntityPage />} />
        <Route path="*" element={<NoPage />} />
      </Routes>
    </Suspense>
  );
}
