import type { EChartsCoreOption } from 'echarts/core';
import type { Counted } from './counted.ts';

// Told apart also by those who see no red or green; beside them each series has a pattern of its own.
const colours = ['#0b57a4', '#b3541e', '#1a6b3c', '#7a3e9d', '#a11212'];
const ink = '#1f1f1f';

/** Bars, those of the same place on each other. What they show is also said in words. */
export const barOption = ({ series, rows }: Counted, description: string): EChartsCoreOption => ({
  aria: { enabled: true, label: { description }, decal: { show: series.length > 1 } },
  animation: false,
  color: colours,
  grid: { left: 8, right: 8, top: series.length > 1 ? 44 : 16, bottom: 12, outerBoundsMode: 'same' },
  // Drawn, not written as HTML: names of the graph stay text.
  tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
  ...(series.length > 1 && { legend: { top: 0, left: 0, selectedMode: false, data: [...series] } }),
  xAxis: { type: 'category', data: rows.map(({ label }) => label), axisLabel: { color: ink } },
  yAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink } },
  series: series.map((name, index) => ({
    type: 'bar',
    stack: 'all',
    name,
    barMaxWidth: 56,
    cursor: 'pointer',
    data: rows.map(({ counts }) => counts[index]?.count || null),
  })),
});
