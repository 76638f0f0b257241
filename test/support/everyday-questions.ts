/** Questions of several kinds that any graph answers: pages of the library's, questions of ours, a search. */
export const everydayQuestions: readonly string[] = [
  '{ people(first: 5) { edges { node { name participations(first: 3) { totalCount } } } } }',
  '{ search(query: "肿瘤", first: 3) { edges { node { entity { name } } } } }',
  '{ facts(first: 5) { edges { node { statement } } } }',
];
