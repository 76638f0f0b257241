import type { Label } from '../../domain/vocabulary.ts';
import { language } from '../language/language.ts';

/** A label in the page's language, and on paper in the other one too. */
export function Both({ zh, en }: Label) {
  const [own, other] = language === 'EN' ? [en, zh] : [zh, en];
  return (
    <>
      {own}
      <span className="other-name print-only">{other}</span>
    </>
  );
}
