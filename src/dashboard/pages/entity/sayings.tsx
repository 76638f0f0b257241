import { Button } from 'antd';
import { useState } from 'react';
import { usePages } from '../../api/use-pages.ts';
import { FactList } from '../../components/fact-list.tsx';
import { Paged } from '../../components/paged.tsx';
import { EntityFacts } from '../../operations/entity.ts';
import { say } from './words.ts';

/** What is said of an entity itself, its names above all; asked for on demand, for it is long and dull. */
export function Sayings({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <h2>{say('sayings')}</h2>
      {isOpen ? <Shown id={id} /> : <Button onClick={() => setOpen(true)}>{say('showSayings')}</Button>}
    </section>
  );
}

function Shown({ id }: { id: string }) {
  const query = usePages(EntityFacts, { ids: [id], kinds: ['STATEMENT'] }, ({ timeline }) => timeline);
  return (
    <Paged query={query} listOf={({ timeline }) => timeline} lines={3}>
      {(facts) => <FactList facts={facts} about={id} />}
    </Paged>
  );
}
