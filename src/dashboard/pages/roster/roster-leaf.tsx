import { Pagination } from 'antd';
import { Loading } from '../../components/asked.tsx';
import { FaultNotice } from '../../components/fault-notice.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { formatNumber } from '../../language/format.ts';
import { RosterTable } from './roster-table.tsx';
import { leafLength, type useRoster } from './use-roster.ts';
import type { useRosterFilter } from './use-roster-filter.ts';
import { say } from './words.ts';

interface Props {
  readonly list: ReturnType<typeof useRoster>;
  readonly filter: ReturnType<typeof useRosterFilter>;
  /** Shows all leaves at once. */
  readonly isPrinted: boolean;
  readonly eventId: string;
  readonly caption: string;
}

/** A leaf of a roster, with what it is a part of, and the way to the others. */
export function RosterLeaf({ list, filter: { given, setLeaf }, isPrinted, eventId, caption }: Props) {
  const { query, found, isWhole } = list;
  const start = isPrinted ? 0 : (given.leaf - 1) * leafLength;
  const shown = found.slice(start, isPrinted ? undefined : start + leafLength);
  const fault = query.error ?? query.data?.pages.flatMap(({ faults }) => faults)[0];
  const retry = () => void (query.hasNextPage ? query.fetchNextPage() : query.refetch());
  const pager = given.text ? found.length : list.total;
  return (
    <>
      {query.data && (
        <p role="status" className="note">
          {coverage(list, given.text, start, shown.length)}
        </p>
      )}
      {fault && <FaultNotice error={fault} retry={retry} />}
      {shown.length > 0 ? (
        <RosterTable entries={shown} eventId={eventId} caption={caption} />
      ) : (
        !fault && (isWhole ? <Nothing what={say('none')} /> : <Loading lines={10} />)
      )}
      {pager > leafLength && !isPrinted && (
        <Pagination
          className="no-print"
          current={given.leaf}
          pageSize={leafLength}
          total={pager}
          showSizeChanger={false}
          onChange={setLeaf}
        />
      )}
    </>
  );
}

/** Which part of which whole is shown; order and filters are those of the whole roster. */
function coverage({ found, loaded, total, isWhole }: Props['list'], text: string, start: number, length: number): string {
  const counts = { loaded: formatNumber(loaded), total: formatNumber(total), found: formatNumber(found.length) };
  const looked = text && say(isWhole ? 'lookedThrough' : 'looking', counts);
  const span = { from: formatNumber(start + 1), to: formatNumber(start + length), total: text ? counts.found : counts.total };
  return [looked, length > 0 && say('span', span), !isWhole && !text && length === 0 && say('reaching', counts)].filter(Boolean).join(' ');
}
