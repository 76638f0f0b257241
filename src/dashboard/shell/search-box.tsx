import { AutoComplete, Input } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { entityPath } from '../components/entity-path.ts';
import { HitLine } from '../components/hit-line.tsx';
import { useHits } from '../components/use-hits.ts';
import { say } from './words.ts';

/** The one search box: what is found opens below, grouped by kind; Enter goes to all hits. */
export function SearchBox({ large = false }: { large?: boolean }) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const picked = useRef(false);
  const { groups, asked } = useHits(text);
  const options = groups.map(({ label, hits }) => ({
    label,
    options: hits.map((hit) => ({ value: hit.entity.id, label: <HitLine hit={hit} /> })),
  }));
  const pick = (id: string) => {
    picked.current = true;
    setText('');
    navigate(entityPath(id));
  };
  const goToAll = () => {
    if (!picked.current && text.trim()) navigate(`/search?q=${encodeURIComponent(text.trim())}`);
    picked.current = false;
  };
  return (
    <AutoComplete
      style={{ width: '100%' }}
      value={text}
      options={options}
      popupMatchSelectWidth={large ? true : 420}
      defaultActiveFirstOption={false}
      notFoundContent={asked ? say('none') : null}
      onSelect={pick}
      onChange={(value) => setText(value.includes(':') && picked.current ? '' : value)}
      onInputKeyDown={({ key }) => key === 'Enter' && setTimeout(goToAll)}
    >
      <Input size={large ? 'large' : 'middle'} placeholder={say('placeholder')} aria-label={say('search')} allowClear />
    </AutoComplete>
  );
}
