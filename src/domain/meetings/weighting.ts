import type { Language } from '../statements/fact-content.ts';
import { type EventRole, eventRoles } from '../vocabulary.ts';
import type { Share } from './list-shares.ts';
import { roleWeights } from './role-weights.ts';

/** What the weight of a shared event looks at. */
export type Weighting = 'SIZE_AND_ROLE' | 'SIZE' | 'ROLE' | 'COUNT';

/** What one shared event adds to the weight of two participants: much where few met, or where they had something to do there. */
export const weigh = (share: Share, weighting: Weighting): number => weights[weighting](share);

const weights: Record<Weighting, (share: Share) => number> = {
  SIZE_AND_ROLE: ({ meeting, a, b }) => (a.weight * b.weight) / (meeting.size - 1),
  SIZE: ({ meeting }) => 1 / (meeting.size - 1),
  ROLE: ({ a, b }) => a.weight * b.weight,
  COUNT: () => 1,
};

/** The same as it is reckoned: `3 × 1 ÷ (301 − 1)`. */
export function explainWeight({ meeting, a, b }: Share, weighting: Weighting): string {
  const [roles, others] = [`${a.weight} × ${b.weight}`, `(${meeting.size} − 1)`];
  return { SIZE_AND_ROLE: `${roles} ÷ ${others}`, SIZE: `1 ÷ ${others}`, ROLE: roles, COUNT: '1' }[weighting];
}

const terms: Record<Weighting, Record<Language, string>> = {
  SIZE_AND_ROLE: { ZH: '甲的角色权重 × 乙的角色权重 ÷ (规模 − 1)', EN: 'role of a × role of b ÷ (size − 1)' },
  SIZE: { ZH: '1 ÷ (规模 − 1)', EN: '1 ÷ (size − 1)' },
  ROLE: { ZH: '甲的角色权重 × 乙的角色权重', EN: 'role of a × role of b' },
  COUNT: { ZH: '1', EN: '1' },
};

/** The whole formula in words, with the weight of each role where it matters. */
export function explainFormula(weighting: Weighting, language: Language): string {
  const zh = language === 'ZH';
  const size = zh
    ? '规模 = 已记录人数、所述人数与 2 中最大者'
    : 'size = the largest of the participants on record, the stated headcount, and 2';
  const role = zh
    ? `角色权重取其在该活动所任最高者：${listRoles('zh', '、', '；')}`
    : `role = that of the highest role held there: ${listRoles('en', ', ', '; ')}`;
  const parts = [
    `${zh ? '权重 = 各共同活动之和：' : 'weight = the sum over shared events of '}${terms[weighting][language]}`,
    weighting.includes('SIZE') && size,
    weighting.includes('ROLE') && role,
  ];
  return `${parts.filter(Boolean).join(zh ? '；' : '; ')}${zh ? '。' : '.'}`;
}

function listRoles(language: 'zh' | 'en', comma: string, stop: string): string {
  const codes = Object.keys(roleWeights) as EventRole[];
  const weights = [...new Set(Object.values(roleWeights))].sort((a, b) => b - a);
  return weights
    .map((weight) => {
      const same = codes.filter((code) => roleWeights[code] === weight);
      return `${weight} ${same.map((code) => eventRoles[code][language]).join(comma)}`;
    })
    .join(stop);
}
