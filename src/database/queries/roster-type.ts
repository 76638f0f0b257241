/** The roster that is read: with the participants of sub-events, or of the event alone. */
export const rosterType = ({ includeSubEvents }: { readonly includeSubEvents?: boolean | null }): 'ON_ROSTER' | 'ON_OWN_ROSTER' =>
  (includeSubEvents ?? true) ? 'ON_ROSTER' : 'ON_OWN_ROSTER';
