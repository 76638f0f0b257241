import { agreement } from './agreement.ts';
import { coParticipant, weightShare } from './co-participant.ts';
import { criterionMatch } from './criterion-match.ts';
import { entityCard } from './entity-card.ts';
import { evidence } from './evidence.ts';
import { fact } from './fact.ts';
import { networkTie } from './network-tie.ts';
import { overviewFigure } from './overview-figure.ts';
import { partnership } from './partnership.ts';
import { path } from './path.ts';
import { agreements } from './questions/agreements.ts';
import { coParticipants } from './questions/co-participants.ts';
import { entity } from './questions/entity.ts';
import { fact as factById } from './questions/fact.ts';
import { facts } from './questions/facts.ts';
import { matchNames } from './questions/match-names.ts';
import { network } from './questions/network.ts';
import { overview } from './questions/overview.ts';
import { participants } from './questions/participants.ts';
import { participation } from './questions/participation.ts';
import { partnerships } from './questions/partnerships.ts';
import { paths } from './questions/paths.ts';
import { roster } from './questions/roster.ts';
import { search } from './questions/search.ts';
import { sharedEvents } from './questions/shared-events.ts';
import { timeline } from './questions/timeline.ts';
import { roleHeld, rosterEntry } from './roster-entry.ts';
import { sourceLine } from './source-line.ts';

/** The resolvers of the questions and of what they answer with: cards, facts and evidence. */
export const questionResolvers = {
  Query: {
    search,
    matchNames,
    entity,
    fact: factById,
    facts,
    roster,
    participation,
    participants,
    paths,
    partnerships,
    agreements,
    timeline,
    sharedEvents,
    coParticipants,
    overview,
    network,
  },
  EntityCard: entityCard,
  Fact: fact,
  Evidence: evidence,
  Path: path,
  SourceLine: sourceLine,
  RosterEntry: rosterEntry,
  RoleHeld: roleHeld,
  CriterionMatch: criterionMatch,
  Partnership: partnership,
  CoParticipant: coParticipant,
  WeightShare: weightShare,
  OverviewFigure: overviewFigure,
  NetworkTie: networkTie,
  Agreement: agreement,
};
