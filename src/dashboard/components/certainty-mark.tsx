import { Tag } from 'antd';
import { say } from '../words.ts';

interface Trust {
  readonly certainty: string;
  readonly disputed?: boolean;
}

/** Marks, in words, what is not said outright or is contradicted; nothing beside a plain fact. */
export function CertaintyMark({ certainty, disputed }: Trust) {
  return (
    <>
      {certainty === 'IMPLIED' && <Tag className="mark-implied">{say('implied')}</Tag>}
      {certainty === 'AMBIGUOUS' && <Tag className="mark-ambiguous">{`? ${say('ambiguous')}`}</Tag>}
      {disputed && <Tag className="mark-disputed">{`⚠ ${say('disputed')}`}</Tag>}
    </>
  );
}
