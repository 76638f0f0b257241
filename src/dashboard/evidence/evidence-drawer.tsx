import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { FactEvidence } from './fact-evidence.tsx';
import { useCloseEvidence, useOpenFacts } from './use-evidence.ts';
import { say } from './words.ts';

// So many are asked for at once; a client may ask ten questions at a time.
const page = 5;

/** The evidence that the address names, beside the page. */
export default function EvidenceDrawer() {
  const facts = useOpenFacts();
  const close = useCloseEvidence();
  useReturnOfFocus();
  return (
    <Drawer
      open
      title={say('title')}
      size={520}
      onClose={close}
      closable={{ 'aria-label': say('close') }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <Facts key={facts.join()} facts={facts} />
    </Drawer>
  );
}

/** Gives the focus back to where it was when this came, whichever way this goes. */
function useReturnOfFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}

function Facts({ facts }: { facts: readonly string[] }) {
  const [shown, setShown] = useState(page);
  const hidden = facts.length - shown;
  return (
    <>
      {facts.slice(0, shown).map((id) => (
        <FactEvidence key={id} id={id} />
      ))}
      {hidden > 0 && <Button onClick={() => setShown(shown + page)}>{say('more', { count: Math.min(hidden, page) })}</Button>}
    </>
  );
}
