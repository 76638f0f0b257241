// Told apart also by those who see no red or green, and dark enough on white.
const colours = ['#0b57a4', '#b3541e', '#1a6b3c', '#7a3e9d', '#a11212', '#00707a', '#6b5b00', '#c2185b'];

/** The colour of those in no community, and of those in the smaller ones. */
export const otherColour = '#6b6b6b';

/** The colour of a community, of which 1 is the largest. */
export const communityColour = (community: number | null): string => colours[(community ?? 0) - 1] ?? otherColour;

/** How many communities have a colour of their own. */
export const colouredCommunities = colours.length;
