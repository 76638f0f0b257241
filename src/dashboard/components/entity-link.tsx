import { Link } from 'react-router';
import { entityPath } from './entity-path.ts';

/** An entity's name that leads to its page. */
export function EntityLink({ entity }: { entity: { id: string; label: string } }) {
  return <Link to={entityPath(entity.id)}>{entity.label}</Link>;
}
