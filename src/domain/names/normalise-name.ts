const spaceInsideHan = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const middleDots = /[·•‧・．.]/gu;
// A zero that stands among letters was meant as the letter: a printed `CCHI0` is CCHIO.
const zeroAmongLetters = /(?<=[A-Za-z])0(?![0-9])/g;
const honorific =
  /(?:副?主任(?:委员|医师|护师)?|副?主委|常务副?理事长|名誉理事长|副?理事长|副?秘书长|副?院长|副?书记|副?会长|副?教授|副?研究员|院士|博士|医师|医生|老师|先生|女士)$/u;

/** A printed name in one form: NFKC, no spaces inside Han runs, one kind of middle dot, no zero for the letter O. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(spaceInsideHan, '')
    .replace(middleDots, '.')
    .replace(zeroAmongLetters, 'O');
}

/** The name without the titles printed after it: 樊代明院士 is 樊代明. What would leave less than two signs is left alone. */
export function stripHonorifics(name: string): string {
  const shorter = name.replace(honorific, '').trim();
  return shorter === name || [...shorter].length < 2 ? name : stripHonorifics(shorter);
}

/** What two printed names are compared by: normalised, without spaces and case. */
export const matchKey = (name: string): string => normaliseName(name).replace(/\s+/gu, '').toLowerCase();
