import type { FactType } from '../facts.ts';
import type { FactContent, Language } from './fact-content.ts';
import { type FactReader, readFact } from './fact-reader.ts';
import { sayAgreement } from './say-agreement.ts';
import { sayFigure, sayFormerName, sayListStatus, sayRemark, sayStatement } from './say-attribute.ts';
import { sayConferment } from './say-conferment.ts';
import { sayAbsence, sayParticipation } from './say-participation.ts';
import { sayAffiliation, sayDesignation, sayMembership, sayPosition } from './say-post.ts';
import { sayEdition, sayLocation, sayPartOf, saySeat, sayVenue } from './say-structure.ts';
import { sayCarriedOut, sayCredit, sayMilestone, sayOrganising } from './say-work.ts';

const composers: Record<FactType, (fact: FactReader) => string> = {
  Statement: sayStatement,
  PARTICIPATED_IN: sayParticipation,
  ABSENT_FROM: sayAbsence,
  Position: sayPosition,
  AFFILIATED_WITH: sayAffiliation,
  Membership: sayMembership,
  Designation: sayDesignation,
  Agreement: sayAgreement,
  Conferment: sayConferment,
  Figure: sayFigure,
  Remark: sayRemark,
  FormerName: sayFormerName,
  ListStatus: sayListStatus,
  PART_OF: sayPartOf,
  EDITION_OF: sayEdition,
  HELD_AT: sayVenue,
  LOCATED_IN: sayLocation,
  SEATED_AT: saySeat,
  ORGANISED_BY: sayOrganising(['组织了', 'organised']),
  INITIATED_BY: sayOrganising(['发起了', 'initiated'], 'INITIATOR'),
  SUPPORTED_BY: sayOrganising(['支持了', 'supported'], 'SUPPORTER'),
  CARRIED_OUT_UNDER: sayCarriedOut,
  OWNED_BY: sayCredit(['所有者', 'owner']),
  EDITED_BY: sayCredit(['编者', 'editor']),
  AUTHORED_BY: sayCredit(['作者', 'author']),
  ADVISED_BY: sayCredit(['顾问', 'adviser']),
  PRODUCED_BY: sayCredit(['出品方', 'producer']),
  GUIDED_BY: sayCredit(['指导单位', 'guiding body']),
  PUBLISHED_BY: sayCredit(['发布方', 'publisher']),
  RELEASED_AT: sayMilestone(['发布', 'was released']),
  LAUNCHED_AT: sayMilestone(['启动', 'was launched']),
  ESTABLISHED_AT: sayMilestone(['成立', 'was established']),
  SHOOTING_STARTED_AT: sayMilestone(['开机', 'started shooting']),
  WRITING_STARTED_AT: sayMilestone(['启动编写', 'began to be written']),
};

/** One clear sentence that says what a fact says, in our own words. */
export function composeStatement(fact: FactContent, language: Language): string {
  const sentence = composers[fact.factType](readFact(fact, language));
  // A value may already end like a sentence.
  return sentence.replace(/([。.！!？?])[。.]$/u, '$1');
}
