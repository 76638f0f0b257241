// The first are the commonest, so that many bear the same name, as in China.
const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段',
];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国庆文斌宇浩然子轩梓涵欣怡诗雨晨博思远志新春梅海燕立群永健俊峰振东晓光云龙学成继先德厚承泽',
];

const pick = (characters: readonly string[], lot: number): string => characters[Math.floor(lot * characters.length)] ?? '';

/** A made-up Chinese name: of ten people one has a short name, and the shortest are borne by hundreds of a large crowd. */
export function makeName(random: () => number): string {
  const surname = pick(surnames, random() ** 2);
  const short = random() < 0.1;
  return `${surname}${pick(given, random() ** 1.5)}${short ? '' : pick(given, random())}`;
}
