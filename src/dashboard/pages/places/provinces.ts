import type { Label } from '../../../domain/vocabulary.ts';

/** A first-level division: its code in GB/T 2260 and in ISO 3166-2, its short name, and where its tile stands. */
export interface Province extends Label {
  readonly code: string;
  readonly letters: string;
  readonly row: number;
  readonly column: number;
}

const tile = (code: string, letters: string, row: number, column: number, zh: string, en: string): Province => ({
  code,
  letters,
  row,
  column,
  zh,
  en,
});

/** The 34 first-level divisions of GB/T 2260 in a grid that only roughly follows where they lie. */
export const provinces: readonly Province[] = [
  tile('23', 'HL', 1, 9, '黑龙江', 'Heilongjiang'),
  tile('65', 'XJ', 2, 1, '新疆', 'Xinjiang'),
  tile('15', 'NM', 2, 7, '内蒙古', 'Inner Mongolia'),
  tile('21', 'LN', 2, 8, '辽宁', 'Liaoning'),
  tile('22', 'JL', 2, 9, '吉林', 'Jilin'),
  tile('62', 'GS', 3, 3, '甘肃', 'Gansu'),
  tile('64', 'NX', 3, 4, '宁夏', 'Ningxia'),
  tile('14', 'SX', 3, 5, '山西', 'Shanxi'),
  tile('13', 'HE', 3, 6, '河北', 'Hebei'),
  tile('11', 'BJ', 3, 7, '北京', 'Beijing'),
  tile('12', 'TJ', 3, 8, '天津', 'Tianjin'),
  tile('54', 'XZ', 4, 1, '西藏', 'Tibet'),
  tile('63', 'QH', 4, 2, '青海', 'Qinghai'),
  tile('61', 'SN', 4, 4, '陕西', 'Shaanxi'),
  tile('41', 'HA', 4, 5, '河南', 'Henan'),
  tile('37', 'SD', 4, 6, '山东', 'Shandong'),
  tile('32', 'JS', 4, 7, '江苏', 'Jiangsu'),
  tile('51', 'SC', 5, 3, '四川', 'Sichuan'),
  tile('50', 'CQ', 5, 4, '重庆', 'Chongqing'),
  tile('42', 'HB', 5, 5, '湖北', 'Hubei'),
  tile('34', 'AH', 5, 6, '安徽', 'Anhui'),
  tile('31', 'SH', 5, 7, '上海', 'Shanghai'),
  tile('53', 'YN', 6, 3, '云南', 'Yunnan'),
  tile('52', 'GZ', 6, 4, '贵州', 'Guizhou'),
  tile('43', 'HN', 6, 5, '湖南', 'Hunan'),
  tile('36', 'JX', 6, 6, '江西', 'Jiangxi'),
  tile('33', 'ZJ', 6, 7, '浙江', 'Zhejiang'),
  tile('45', 'GX', 7, 4, '广西', 'Guangxi'),
  tile('44', 'GD', 7, 5, '广东', 'Guangdong'),
  tile('35', 'FJ', 7, 6, '福建', 'Fujian'),
  tile('71', 'TW', 7, 8, '台湾', 'Taiwan'),
  tile('82', 'MO', 8, 4, '澳门', 'Macao'),
  tile('81', 'HK', 8, 5, '香港', 'Hong Kong'),
  tile('46', 'HI', 8, 3, '海南', 'Hainan'),
];

/** The code of the province that a place lies in, as the code of its division says. */
export const provinceOf = (divisionCode: string | null): string => divisionCode?.slice(0, 2) ?? '';
