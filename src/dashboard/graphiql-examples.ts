/** A tab of GraphiQL, ready to run. */
export interface Example {
  readonly query: string;
  readonly variables?: string;
}

const congress = 'event:cchio-2024-science-popularisation-congress';
const association = 'organisation:china-anti-cancer-association';
const variables = (values: Record<string, unknown>): string => JSON.stringify(values, null, 2);

/** The questions a newcomer asks first, each of them answered by the data that comes with the service. */
export const examples: Example[] = [
  {
    query: `# 谁参加了这场活动？Who took part in an event, in which role, and where is it said?
query Roster($eventId: ID!) {
  roster(eventId: $eventId, first: 50) {
    event { id name }
    completeness
    recorded
    entries {
      edges {
        node {
          participant { id name label(lang: EN) }
          roles { role capacity event { name } certainty evidence { lines { from to } passage source { name } } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`,
    variables: variables({ eventId: congress }),
  },
  {
    query: `# 检索：汉字、拼音、首字母皆可。Search by characters, pinyin or initials.
query Search($query: String!) {
  search(query: $query) {
    totalCount
    edges { node { entity { id kind name summary } matchedOn matchedText score } }
  }
}
`,
    variables: variables({ query: 'fdm' }),
  },
  {
    query: `# 某人是否参加？Did someone take part: yes, no (said so) or not recorded.
query Participation($participantId: ID!, $eventId: ID!) {
  participation(participantId: $participantId, eventId: $eventId) {
    answer
    completeness
    facts { statement english: statement(lang: EN) evidence { lines { from to } passage } }
  }
}
`,
    variables: variables({ participantId: 'person:fan-daiming', eventId: congress }),
  },
  {
    query: `# 某机构签了哪些协议？An organisation's agreements, and how they stand on a day.
query Agreements($partyId: ID!, $on: Day) {
  agreements(filter: { partyIds: [$partyId] }, first: 20) {
    totalCount
    edges { node { id name kind status(on: $on) date { start text } parties { name } signedAt { name } } }
  }
}
`,
    variables: variables({ partyId: association, on: '2025-01-01' }),
  },
  {
    query: `# 时间线。What is recorded about an organisation, by date.
query Timeline($ids: [ID!]!) {
  timeline(entityIds: $ids, first: 20) {
    edges { node { kind date { start } statement certainty disputed } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: variables({ ids: [association] }),
  },
  {
    query: `# 名单匹配。Whom do these names mean?
query MatchNames($names: [String!]!) {
  matchNames(names: $names) { input status hits { entity { id name } matchedOn matchedText } }
}
`,
    variables: variables({ names: ['樊代明院士', 'CACA', '陕西省科协', '某某'] }),
  },
  {
    query: `# 两人如何相连？How are two people connected, in words, by which facts?
query Paths($fromId: ID!, $toId: ID!) {
  paths(fromId: $fromId, toId: $toId) {
    length
    certainty
    narration
    english: narration(lang: EN)
    steps { from { name } fact { kind evidence { lines { from to } } } to { name } }
  }
}
`,
    variables: variables({ fromId: 'person:chen-zhinan', toId: 'person:xue-jing' }),
  },
  {
    query: `# 合作网络。Who met whom, how strongly, and what is hidden of it.
query Network($eventIds: [ID!]!) {
  network(scope: { eventIds: $eventIds }, maxNodes: 50, maxTies: 100) {
    nodes { entity { id name } degree strength community }
    ties { a b weight sharedEvents factIds }
    hiddenNodes
    hiddenTies
    formula
  }
}
`,
    variables: variables({ eventIds: [congress] }),
  },
  {
    query: `# 合作伙伴。Which organisations are tied to one, and by which kinds of fact?
query Partnerships($organisationId: ID!) {
  partnerships(organisationId: $organisationId, first: 20) {
    totalCount
    edges { node { partner { id name } kinds ties(first: 5) { kind statement certainty } } }
  }
}
`,
    variables: variables({ organisationId: association }),
  },
];
