/** Titles that print often, in English. Source: the project's domain model. */
const english: Readonly<Record<string, string>> = {
  理事长: 'President',
  副理事长: 'Vice-President',
  名誉理事长: 'Honorary President',
  秘书长: 'Secretary-General',
  副秘书长: 'Deputy Secretary-General',
  主任委员: 'Chair',
  副主任委员: 'Deputy Chair',
  主委: 'Chair',
  副主委: 'Deputy Chair',
  党组书记: 'Party Group Secretary',
  党委书记: 'Party Secretary',
  执行主席: 'Executive Chair',
  常务副主席: 'Executive Vice-Chair',
  执行主任: 'Executive Director',
  主任: 'Director',
  副主任: 'Deputy Director',
  局长: 'Director-General',
  院长: 'Hospital President',
  副院长: 'Hospital Vice-President',
  院士: 'Academician',
  教授: 'Professor',
  记者: 'Reporter',
};

/** A title in a language; one without a fixed English form stays as printed. */
export const titleIn = (title: string, zh: boolean): string => (zh ? title : (english[title] ?? title));
