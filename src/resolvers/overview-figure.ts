import { type FigureKey, figureLabels } from '../domain/overview-figures.ts';
import type { LabelArguments } from './entity-fields.ts';

/** Fields of `OverviewFigure` that the question leaves to be asked. */
export const overviewFigure = {
  label: ({ key }: { key: FigureKey }, { lang }: LabelArguments) => figureLabels[key][lang === 'EN' ? 'en' : 'zh'],
};
