import { formatNumber } from '../../language/format.ts';
import { pick } from '../../language/language.ts';
import { provinces } from './provinces.ts';
import { say } from './words.ts';

interface Props {
  /** How many events, by the province's code. */
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: string;
  readonly choose: (code: string) => void;
}

/** The 34 divisions as tiles of the same size: no borders, so no map. */
export function ProvinceGrid({ counts, chosen, choose }: Props) {
  return (
    <figure className="province-figure">
      <div className="provinces">
        {provinces.map((province) => {
          const count = counts.get(province.code) ?? 0;
          return (
            <button
              key={province.code}
              type="button"
              className={count > 0 ? 'province has-events' : 'province'}
              style={{ gridRow: province.row, gridColumn: province.column }}
              aria-pressed={province.code === chosen}
              aria-label={say('tile', { name: pick(province), count })}
              onClick={() => choose(province.code === chosen ? '' : province.code)}
            >
              <span className="province-name">{pick(province)}</span>
              <span className="province-letters">{province.letters}</span>
              <span className="number">{count > 0 ? formatNumber(count) : ''}</span>
            </button>
          );
        })}
      </div>
      <figcaption className="note">{say('caption')}</figcaption>
    </figure>
  );
}
