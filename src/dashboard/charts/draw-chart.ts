import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { language } from '../language/language.ts';

use([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

// Units: pixels. What lies between the margins of A4.
const paperWidth = 660;

/** Draws a chart that keeps the width of its ground, on paper too; a click says which row and series it met. Shape: what takes it away. */
export function drawChart(ground: HTMLElement, option: EChartsCoreOption, onPick: (row: number, series: number) => void): () => void {
  const chart = init(ground, null, { renderer: 'svg', locale: language });
  // Words are measured before they are drawn, in a font that must be named.
  chart.setOption({ ...option, textStyle: { fontFamily: getComputedStyle(ground).fontFamily } });
  chart.on('click', ({ dataIndex, seriesIndex }) => onPick(dataIndex, seriesIndex ?? 0));
  const fit = () => chart.resize({ width: 'auto' });
  const fitPaper = () => chart.resize({ width: paperWidth });
  const watcher = new ResizeObserver(fit);
  watcher.observe(ground);
  window.addEventListener('beforeprint', fitPaper);
  window.addEventListener('afterprint', fit);
  return () => {
    watcher.disconnect();
    window.removeEventListener('beforeprint', fitPaper);
    window.removeEventListener('afterprint', fit);
    chart.dispose();
  };
}
