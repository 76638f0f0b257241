import { Link } from 'react-router';
import { Page } from '../components/page.tsx';
import { say } from '../words.ts';

/** Stands where an address leads nowhere. */
export function NoPage() {
  return (
    <Page title={say('noPage')}>
      <p>
        <Link to="/">{say('toHome')}</Link>
      </p>
    </Page>
  );
}
