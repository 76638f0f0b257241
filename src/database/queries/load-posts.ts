import { z } from 'zod';
import type { Database } from '../connect.ts';

const cypher = `
UNWIND $ids AS id
MATCH (p:Person {id: id})
RETURN id,
  COLLECT { MATCH (p)<-[:HOLDER]-(f:Position)-[:AT]->(o:Organisation)
    RETURN {title: f.title, status: f.status, name: o.name, nameEn: o.nameEn}
    ORDER BY coalesce(f.status, '') = 'FORMER', coalesce(f.asOf, f.from, '') DESC, f.docKey LIMIT 3 } AS posts,
  COLLECT { MATCH (p)-[a:AFFILIATED_WITH]->(o:Organisation)
    RETURN {title: a.title, status: null, name: o.name, nameEn: o.nameEn} ORDER BY o.nameKey LIMIT 2 } AS affiliations`;

const post = z.object({ title: z.string().nullish(), status: z.string().nullish(), name: z.string(), nameEn: z.string().nullish() });
const postsRow = z.object({ id: z.string(), posts: z.array(post), affiliations: z.array(post) });

/** A person's post in short. */
export type Post = z.output<typeof post>;

/** Up to three posts of each person, those held before those that were; affiliations where there is no post. */
export async function loadPosts(database: Database, ids: readonly string[]): Promise<{ id: string; posts: Post[] }[]> {
  const rows = z.array(postsRow).parse(await database.read(cypher, { ids }));
  return rows.map(({ id, posts, affiliations }) => ({ id, posts: posts.length > 0 ? posts : affiliations }));
}
