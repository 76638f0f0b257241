import { pinyin } from 'pinyin-pro';
import { normaliseName } from './normalise-name.ts';

const compoundSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 西门 第五 欧陽'.split(
    ' ',
  ),
);

/** The toneless syllables of a name, Latin runs whole and in lower case. A family's reading is taken for persons only: 解放军 is no Mr Xie. */
export function spellSyllables(name: string, person: boolean): string[] {
  const options = { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive', surname: person ? 'head' : 'off' } as const;
  return pinyin(normaliseName(name), options)
    .flatMap((part) => part.toLowerCase().split(/[^\p{Letter}\p{Number}]+/u))
    .filter((part) => part !== '');
}

/** How many syllables a person's family name has. */
export const surnameLength = (name: string): number => (compoundSurnames.has(normaliseName(name).slice(0, 2)) ? 2 : 1);
