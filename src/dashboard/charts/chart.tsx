import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { say } from './words.ts';

interface Props {
  readonly option: EChartsCoreOption;
  readonly onPick: (row: number, series: number) => void;
}

/** The ground of a chart. The library comes when the first chart is shown, for it is large. */
export function Chart({ option, onPick }: Props) {
  const ground = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [isDrawn, setDrawn] = useState(true);
  useEffect(() => {
    let takeAway: (() => void) | undefined;
    let isGone = false;
    import('./draw-chart.ts').then(
      ({ drawChart }) => {
        if (!isGone && ground.current) takeAway = drawChart(ground.current, option, (row, series) => pick.current(row, series));
      },
      () => setDrawn(false),
    );
    return () => {
      isGone = true;
      takeAway?.();
    };
  }, [option]);
  return isDrawn ? <div ref={ground} className="chart" /> : <p className="nothing">{say('noChart')}</p>;
}
