import type { EventRole } from '../vocabulary.ts';

/** How much a role brings one together with others: who chairs or signs meets more of them than who listens. */
export const roleWeights: Readonly<Record<EventRole, number>> = {
  CHAIR: 3,
  EXECUTIVE_CHAIR: 3,
  SIGNATORY: 3,
  MODERATOR: 2,
  TEAM_LEADER: 2,
  SPEAKER: 2,
  CLINIC_EXPERT: 2,
  PRESENTER: 2,
  RECIPIENT: 2,
  WITNESS: 1.5,
  GUEST: 1,
  ATTENDEE: 1,
  AWARDEE: 1,
  ELECTED: 1,
  REPRESENTED: 1,
  QUOTED: 1,
  COVERED: 1,
};

/** What several roles at one event weigh: as much as the highest. */
export const weightOfRoles = (roles: readonly EventRole[]): number => Math.max(...roles.map((role) => roleWeights[role]));
